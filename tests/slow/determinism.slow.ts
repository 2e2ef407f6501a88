import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cli, newFolder, readReport } from '../cli/cli.ts'

/** With the same seed the same requests are sent and the same verdicts given, over real sockets. */
const RUNS = 20

interface Line {
  readonly event: string
  readonly info?: { readonly run: string }
  readonly exchange?: {
    readonly by: string
    readonly request: { readonly method: string; readonly path: string; readonly body?: unknown }
  }
}

describe(`${RUNS} runs with one seed`, () => {
  it('send the same and say the same', { timeout: 600_000 }, async () => {
    const first = await runOnce()
    for (let run = 1; run < RUNS; run++) {
      const other = await runOnce()
      expect(other.verdicts).toEqual(first.verdicts)
      expect(other.requests).toEqual(first.requests)
    }
    console.log(`runs with the same requests and verdicts: ${RUNS} of ${RUNS}`)
  })
})

async function runOnce() {
  const out = newFolder()
  const { code, stdout, stderr } = await cli(['run', '--seed', 'determined', '--out', out, '--quiet'])
  expect(code, stdout + stderr).toBe(0)
  const lines = readFileSync(join(out, 'run.ndjson'), 'utf8').trim().split('\n')
  const events = lines.map((line) => JSON.parse(line) as Line)
  const run = events.find(({ event }) => event === 'run')?.info?.run ?? ''
  // Names of this run, and what the target made up itself: ids, times, tags and cursors.
  const plain = (text: string) =>
    text
      .replace(new RegExp(run, 'gi'), 'RUN')
      .replace(/127\.0\.0\.1:\d+/g, 'HOST')
      .replace(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/gi, 'ID')
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)/g, 'TIME')
      .replace(/W\/\\*"[^"\\]*\\*"/g, 'TAG')
      .replace(/(cursor(?:=|":"))[\w-]+/g, '$1CURSOR')
  const requests: Record<string, string[]> = {}
  for (const { event, exchange } of events) {
    // A step of a play names its exchange, and has nothing of it.
    if (event !== 'exchange' || !exchange) continue
    const { by, request } = exchange
    const { method, path, body } = request
    requests[by] = [
      ...(requests[by] ?? []),
      plain(JSON.stringify([method, decodeURIComponent(path), body ?? null])),
    ]
  }
  // Several items are under way at once, and a busy machine lets some of them wait longer for a clock.
  for (const sent of Object.values(requests)) sent.sort()
  const { verdicts } = readReport(out) as { verdicts: { id: string; outcome: string; claims: object }[] }
  // How often a rule was looked at depends on who else's resources stood in a list of everything just then.
  const said = verdicts.map(({ id, outcome, claims }) => [id, outcome, Object.keys(claims)] as const)
  return { requests, verdicts: said.toSorted(([a], [b]) => (a < b ? -1 : 1)) }
}
