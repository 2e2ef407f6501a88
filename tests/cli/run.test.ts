import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { serve } from '#bin/http/server'
import { createEndpoint } from '#endpoint'
import type { Verdict } from '#harness'
import { cli, newFolder, readReport, start } from './cli.ts'

interface Shown {
  readonly id: string
  readonly outcome: string
  readonly findings: Verdict['findings']
}

const shown = (verdicts: readonly Verdict[]): Shown[] =>
  verdicts
    .map(({ id, outcome, findings }) => ({ id, outcome, findings }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))

describe('scim-test run', { timeout: 120_000 }, () => {
  it('ends green on the embedded endpoint, with no finding', async () => {
    const out = newFolder()
    const { code, stdout, stderr } = await cli(['run', '--out', out])
    expect(code, stdout + stderr).toBe(0)
    const report = readReport(out)
    expect(report.conforms).toBe(true)
    expect(report.verdicts.flatMap((verdict: Verdict) => verdict.findings)).toEqual([])
    expect(report.totals.pass).toBeGreaterThan(100)
    expect(report.totals).toMatchObject({ error: 0, fail: 0, blocked: 0, warn: 0 })
  })

  it('ends red on a defect, and the record judged again says the same', async () => {
    const out = newFolder()
    const again = newFolder()
    const { code, stdout } = await cli([
      'run',
      '--out',
      out,
      '--defect',
      'deactivation-not-stored',
      '--only',
      'patch,put,entra',
      '--quiet',
    ])
    expect(code).toBe(1)
    expect(stdout).toContain('access not revoked')
    const judged = await cli(['judge', join(out, 'run.ndjson'), '--out', again, '--quiet'])
    const listed = judged.stdout.match(/\S+$/gm)?.filter((word) => word.startsWith(again)) ?? []
    expect(listed.sort()).toEqual(
      readdirSync(again)
        .map((name) => join(again, name))
        .sort(),
    )
    expect(judged.code).toBe(1)
    expect(shown(readReport(again).verdicts)).toEqual(shown(readReport(out).verdicts))
  })

  it('judges a record under another profile and to the letter', async () => {
    const out = newFolder()
    const again = newFolder()
    await cli(['run', '--out', out, '--only', 'patch', '--quiet'])
    const { code } = await cli([
      'judge',
      join(out, 'run.ndjson'),
      '--profile',
      'fiks-current',
      '--strict',
      '--out',
      again,
      '--quiet',
    ])
    expect([0, 1]).toContain(code)
    expect(readReport(again)).toMatchObject({ profile: { id: 'fiks-current' }, strict: true })
  })

  it('sends the same requests for the same seed', async () => {
    const requests = async () => {
      const out = newFolder()
      await cli([
        'run',
        '--out',
        out,
        '--quiet',
        '--only',
        'create,filter/eq*,patch/add*',
        '--concurrency',
        '1',
        '--seed',
        'x7',
      ])
      const lines = readFileSync(join(out, 'run.ndjson'), 'utf8')
        .split('\n')
        .filter((line) => line.startsWith('{"event":"exchange"'))
      const { run } = readReport(out)
      const ids = new Map<string, string>()
      const numbered = (id: string): string => {
        if (!ids.has(id)) ids.set(id, `id${ids.size}`)
        return ids.get(id) as string
      }
      const plain = (text: string) =>
        text
          .replace(new RegExp(run, 'gi'), 'RUN')
          .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, numbered)
          .replace(/\[identity-number-\w+\]/g, 'NUMBER')
      return lines.map((line) => {
        const { method, path, body } = JSON.parse(line).exchange.request
        return plain(`${method} ${path} ${JSON.stringify(body) ?? ''}`)
      })
    }
    expect(await requests()).toEqual(await requests())
  })

  it('works against a target without discovery, from the configuration', async () => {
    let endpoint: ReturnType<typeof createEndpoint> | undefined
    const hidden = /^\/(ServiceProviderConfig|ResourceTypes|Schemas)/
    const served = await serve({
      port: 0,
      endpoint: {
        handle: (request) =>
          hidden.test(request.path)
            ? {
                status: 404,
                headers: { 'content-type': 'application/scim+json' },
                body: '{"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"404"}',
              }
            : (endpoint as ReturnType<typeof createEndpoint>).handle(request),
      },
    })
    endpoint = createEndpoint({ base: served.url, now: () => new Date() })
    const cwd = newFolder()
    writeFileSync(
      join(cwd, 'scim-test.config.yaml'),
      `target: ${served.url}\nassume:\n  features: { patch: true, filter: true, sort: true }\n`,
    )
    const { code, stdout } = await cli(
      ['run', '--quiet', '--only', 'create,read,filter,paging,patch,groups,discovery,entra'],
      { cwd },
    )
    await served.close()
    const report = readReport(join(cwd, 'scim-test-report'))
    expect([0, 1], stdout).toContain(code)
    expect(
      report.verdicts.filter(({ outcome }: Verdict) => outcome === 'error' || outcome === 'blocked'),
    ).toEqual([])
    const failed = report.verdicts.filter(
      ({ outcome, id }: Verdict) => outcome === 'fail' && !id.startsWith('discovery/'),
    )
    expect(failed).toEqual([])
    expect(report.verdicts.filter(({ outcome }: Verdict) => outcome === 'pass').length).toBeGreaterThan(60)
  })

  it('asks nobody but the target', async () => {
    const seen: string[] = []
    const proxy = createServer((request, response) => {
      seen.push(request.url ?? '')
      response.writeHead(502).end()
    })
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
    const out = newFolder()
    const { code } = await cli(['run', '--out', out, '--quiet', '--only', 'patch'], {
      env: { HTTP_PROXY: url, HTTPS_PROXY: url, NO_PROXY: '127.0.0.1' },
    })
    proxy.close()
    expect(code).toBe(0)
    expect(seen).toEqual([])
  })
})

describe('other commands', { timeout: 60_000 }, () => {
  it('simulate tells a timeline', async () => {
    for (const dialect of ['entra', 'eadm']) {
      const { code, stdout } = await cli(['simulate', '--dialect', dialect, '--out', newFolder()])
      expect(code, stdout).toBe(0)
      expect(stdout).toMatch(/PATCH \/Users\/\S+ → 20[04]/)
    }
  })

  it('serve runs alone and asks for its token', async () => {
    const { child, ended } = start(['serve', '--port', '0', '--token', 'secret-of-serve'])
    const url = await new Promise<string>((resolve) => {
      child.stdout?.on('data', (chunk) => {
        const found = /http:\S+/.exec(String(chunk))
        if (found) resolve(found[0])
      })
    })
    expect((await fetch(`${url}/Users`)).status).toBe(401)
    expect(
      (await fetch(`${url}/Users`, { headers: { authorization: 'Bearer secret-of-serve' } })).status,
    ).toBe(200)
    child.kill('SIGTERM')
    const { code, stdout } = await ended
    expect(code).toBe(0)
    expect(stdout).not.toContain('secret-of-serve')
  })

  it('list and explain know each other', async () => {
    const { stdout } = await cli(['list'])
    const ids = stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split(/\s/)[0] as string)
    expect(ids.length).toBeGreaterThan(70)
    const explained = await cli(['explain', ids[0] as string])
    expect(explained.code).toBe(0)
    expect((await cli(['explain', 'RFC7644-3.5.2.2-01'])).stdout).toContain('patch/remove-needs-a-path')
  })

  it('Allure results are written on demand', async () => {
    const out = newFolder()
    await cli(['run', '--out', out, '--quiet', '--only', 'patch', '--allure'])
    const { readdirSync } = await import('node:fs')
    expect(readdirSync(join(out, 'allure-results')).some((name) => name.endsWith('-result.json'))).toBe(true)
  })
})
