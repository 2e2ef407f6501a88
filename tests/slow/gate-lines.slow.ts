import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { newFolder, readReport } from '../cli/cli.ts'

/** The guide, followed to the letter in the folder of a vendor: the shell lines, and the parts of GitHub and GitLab. */
const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const guide = readFileSync(join(ROOT, 'docs', 'guides', 'ci.md'), 'utf8')
const blocks = [...guide.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language, text]) => ({
  language,
  text: text as string,
}))
const LONG = 300_000
const ONLY =
  'only: [patch/remove-needs-a-path, patch/active-goes-off-and-on, create/answers-201-with-location]\n'

function project(config: string): string {
  const folder = newFolder()
  mkdirSync(join(folder, 'node_modules', '.bin'), { recursive: true })
  symlinkSync(ROOT, join(folder, 'node_modules', 'scim-test'))
  symlinkSync('../scim-test/bin/scim-test.js', join(folder, 'node_modules', '.bin', 'scim-test'))
  writeFileSync(join(folder, 'package.json'), '{"private":true}')
  writeFileSync(join(folder, 'scim-test.config.yaml'), config)
  return folder
}

function bash(script: string, cwd: string, env: NodeJS.ProcessEnv = {}) {
  const path = `${join(cwd, 'node_modules', '.bin')}:${process.env.PATH}`
  const options = {
    cwd,
    env: { ...process.env, GITHUB_ACTIONS: '', SCIM_TEST_TOKEN: '', PATH: path, ...env },
  }
  return new Promise<{ code: number; output: string }>((resolve) => {
    execFile('bash', ['-eo', 'pipefail', '-c', script], options, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, output: stdout + stderr }),
    )
  })
}

const shell = (word: string) =>
  blocks.find(({ language, text }) => language === 'sh' && text.includes(word))?.text as string

it('an imperfect endpoint is green at once, and stays so only while it is no worse', {
  timeout: LONG,
}, async () => {
  const until = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
  const lines = shell('baseline create')
    .replaceAll('2027-01-31', until)
    .replaceAll('scim-test run', 'scim-test run --defect deactivation-not-stored')
    .trim()
    .split('\n')
  const folder = project('')
  const codes: number[] = []
  for (const line of lines) codes.push((await bash(line, folder)).code)
  expect(codes).toEqual([1, 0, 0])
  const compared = await bash(shell('scim-test diff'), folder)
  expect(compared).toMatchObject({ code: 0, output: expect.stringContaining('Nothing turned red.') })
  const fixed = await bash('scim-test run --only patch --baseline scim-test.baseline.yaml --quiet', folder)
  expect(fixed).toMatchObject({ code: 1, output: expect.stringContaining('Take the entry out.') })
  const mended = await bash(shell('baseline update').replaceAll('2027-01-31', until), folder)
  expect(mended).toMatchObject({ code: 0, output: expect.stringContaining('2 entries taken out') })
  const green = await bash('scim-test run --only patch --baseline scim-test.baseline.yaml --quiet', folder)
  expect(green.code, green.output).toBe(0)
})

it('the parts of the GitLab example are merged by its gate', { timeout: LONG }, async () => {
  const { 'scim-test': part, 'scim-gate': gate } = parse(
    blocks.find(({ text }) => text.includes('scim-gate:'))?.text as string,
  )
  const folder = project(ONLY)
  writeFileSync(join(folder, 'scim-test.baseline.yaml'), 'entries: []\n')
  const variables = (n: number) => ({ CI_NODE_INDEX: String(n), CI_NODE_TOTAL: String(part.parallel) })
  for (let n = 1; n <= part.parallel; n++) {
    const { code, output } = await bash(part.script.join('\n'), folder, variables(n))
    expect(code, output).toBe(0)
  }
  const { code, output } = await bash(gate.script.join('\n'), folder)
  expect(code, output).toBe(0)
  const { verdicts, gate: judged } = readReport(join(folder, 'scim-test-report'))
  const checks = verdicts.filter(({ kind }: { kind: string }) => kind === 'check')
  const units = new Set(checks.map(({ id }: { id: string }) => id.split('[', 1)[0]))
  expect([...units].sort()).toEqual([...parse(ONLY).only].sort())
  expect(judged.passes).toBe(true)
})

it('so are those of the GitHub example', { timeout: LONG }, async () => {
  const { jobs } = parse(blocks.find(({ text }) => text.includes('name: SCIM in parts'))?.text as string)
  const lineOf = (job: string) =>
    jobs[job].steps.flatMap(({ run = [] }: { run?: string | string[] }) => run).join('\n') as string
  const folder = project(ONLY)
  writeFileSync(join(folder, 'scim-test.baseline.yaml'), 'entries: []\n')
  const parts: number[] = jobs.part.strategy.matrix.part
  // At the same time, as GitHub runs them.
  const ended = await Promise.all(
    parts.map((n) => bash(lineOf('part').replace(/\$\{\{ matrix\.part \}\}/g, String(n)), folder)),
  )
  expect(ended.map(({ code }) => code)).toEqual(parts.map(() => 0))
  const { code, output } = await bash(lineOf('gate'), folder)
  expect(code, output).toBe(0)
})
