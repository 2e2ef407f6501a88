import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { guideSteps } from '../signoff/guide.ts'

const BIN = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'bin', 'scim-test.js')
let served: ChildProcess | undefined
afterAll(() => {
  served?.kill()
})

/** The guide to the letter, in an empty folder and a plain shell, but for the port, which somebody else may have. */
it('the guide leads from nothing to a signed file', { timeout: 600_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'scim-test-guide-'))
  const tools = mkdtempSync(join(tmpdir(), 'scim-test-bin-'))
  symlinkSync(BIN, join(tools, 'scim-test'))
  const port = 20_000 + (process.pid % 20_000)
  const env: NodeJS.ProcessEnv = { PATH: `${tools}${delimiter}${process.env.PATH}`, HOME: folder }
  const said: string[] = []
  for (const step of guideSteps()) {
    const text = step.text.replaceAll('8080', String(port))
    if (step.kind === 'file') writeFileSync(join(folder, step.name), text)
    if (step.kind === 'serve') served = await serve(text, folder, env)
    if (step.kind !== 'run') continue
    const exported = /^export (\w+)=(\S+)$/m.exec(text)
    if (exported) env[exported[1] as string] = exported[2]
    const done = spawnSync('sh', ['-ec', text], { cwd: folder, env, encoding: 'utf8' })
    said.push(done.stdout)
    expect(done.status, `${text}\n${done.stdout}\n${done.stderr}`).toBe(step.exit)
  }
  expect(said.join('')).toMatch(/Conforms to profile fiks-current/)
  const { payload } = JSON.parse(readFileSync(join(folder, 'scim-test-signoff/signoff.signed.json'), 'utf8'))
  const { predicate } = JSON.parse(Buffer.from(payload, 'base64').toString())
  expect(predicate).toMatchObject({ result: 'PASSED', failedTests: [], warnedTests: [] })
  expect(predicate.passedTests.length).toBeGreaterThan(500)
  expect(predicate.scimTestSignoff).toMatchObject({
    state: 'signed',
    scope: { complete: true },
    environment: { class: 'loopback' },
    testData: { statement: 'only-synthetic-persons', scan: { inClear: 0, otherSeries: 0 } },
  })
  expect(predicate.scimTestSignoff.testData.scan.numbers).toBeGreaterThan(0)
})

async function serve(text: string, cwd: string, env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const child = spawn('sh', ['-c', `exec ${text.trim()}`], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let stderr = ''
  child.stderr?.on('data', (chunk) => {
    stderr += chunk
  })
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      if (String(chunk).includes('http:')) resolve()
    })
    child.once('close', (code) => reject(new Error(`serve ended with ${code}: ${stderr}`)))
  })
  return child
}
