import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser'
import { parseAction } from '@actions/workflow-parser/actions/action-parser'
import { Ajv } from 'ajv'
import { validate } from 'dockerfile-utils'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { pipelineFile } from '#bin/init/pipelines'
import { newFolder, readReport } from './cli.ts'
import { azure, gitlab } from './pipeline-schemas.sample.ts'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const read = (...names: string[]) => readFileSync(join(ROOT, ...names), 'utf8')
const template = (name: string) => read('fixtures', 'pipelines', `${name}.yml`)
const guide = read('docs', 'guides', 'ci.md')
const { version } = JSON.parse(read('package.json'))
const trace = new NoOperationTraceWriter()
const ajv = new Ajv({ allErrors: true })
const schemas = { gitlab: ajv.compile(gitlab), azure: ajv.compile(azure) }

/** Blocks of the guide in a language that mention a word. */
const blocks = (language: string, word: string) =>
  [...guide.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)]
    .filter(([, name, text]) => name === language && text?.includes(word))
    .map(([, , text]) => text as string)

async function problemsOfWorkflow(content: string): Promise<string[]> {
  const { context, value } = parseWorkflow({ name: 'w.yml', content }, trace)
  const made = value ? await convertWorkflowTemplate(context, value) : undefined
  return [...context.errors.getErrors(), ...(made?.errors ?? [])].map((one) =>
    'message' in one ? one.message : (one as { Message: string }).Message,
  )
}

const problemsOfAction = (content: string) =>
  parseAction({ name: 'action.yml', content }, trace)
    .context.errors.getErrors()
    .map(({ message }) => message)

function problemsBySchema(kind: keyof typeof schemas, content: string): string[] {
  const valid = schemas[kind]
  return valid(parse(content))
    ? []
    : (valid.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

describe('GitHub', () => {
  const workflows = [template('github'), ...blocks('yaml', 'runs-on')]

  it("GitHub's own parser takes the template and the examples of the guide", async () => {
    expect(workflows).toHaveLength(3)
    for (const text of workflows) expect(await problemsOfWorkflow(text)).toEqual([])
  })

  it.each([
    ['runs-on', 'run-on'],
    ['always()', 'alwayz()'],
    ['timeout-minutes: 30', 'timeout-minutes: soon'],
    ['secrets.SCIM_TEST_TOKEN', 'secret.SCIM_TEST_TOKEN'],
  ])('and refuses it with %s as %s', async (from, to) => {
    expect(await problemsOfWorkflow(template('github').replace(from, to))).not.toEqual([])
  })

  it('takes the action, too', () => {
    expect(problemsOfAction(read('action.yml'))).toEqual([])
    expect(problemsOfAction(read('action.yml').replace('using: composite', 'using: composit'))).not.toEqual(
      [],
    )
    expect(problemsOfAction(read('action.yml').replaceAll('shell: bash', ''))).not.toEqual([])
  })

  it('the guide gives the action only inputs that it has', () => {
    const { inputs } = parse(read('action.yml'))
    const used = workflows
      .flatMap((text) => Object.values(parse(text).jobs))
      .flatMap((job) => (job as Job).steps)
    const given = used
      .filter(({ uses }) => uses?.includes('scim-test@'))
      .flatMap((step) => Object.keys(step.with ?? {}))
    expect(given.length).toBeGreaterThan(0)
    expect(given.filter((name) => !Object.hasOwn(inputs, name))).toEqual([])
  })
})

interface Job {
  readonly steps: readonly { readonly uses?: string; readonly with?: object; readonly run?: string }[]
}

describe('GitLab and Azure DevOps', () => {
  it.each(['gitlab', 'azure'] as const)('%s: the template has documented keys only', (kind) => {
    expect(problemsBySchema(kind, template(kind))).toEqual([])
    expect(problemsBySchema(kind, template(kind).replace('artifact', 'artefact'))).not.toEqual([])
    expect(problemsBySchema(kind, template(kind).replace('script:', 'scripts:'))).not.toEqual([])
  })

  it('so has the example of the guide', () => {
    const examples = blocks('yaml', 'scim-gate')
    expect(examples).toHaveLength(1)
    for (const text of examples) expect(problemsBySchema('gitlab', text)).toEqual([])
  })
})

describe('what `scim-test init` makes of the templates', () => {
  it.each([[['SCIM_TEST_TOKEN']], [['SCIM_TEST_CLIENT_SECRET', 'SCIM_TEST_KEY']], [[]]])(
    'is valid with %s',
    async (variables) => {
      const made = (kind: 'github' | 'gitlab' | 'azure') => pipelineFile(kind, variables)?.text as string
      expect(await problemsOfWorkflow(made('github'))).toEqual([])
      for (const kind of ['gitlab', 'azure'] as const) expect(problemsBySchema(kind, made(kind))).toEqual([])
    },
  )
})

describe('every command line in them', () => {
  const texts = { github: template('github'), gitlab: template('gitlab'), azure: template('azure'), guide }

  it.each(Object.entries(texts))('%s: names this version', (_, text) => {
    const named = [...text.matchAll(/scim-test@(\d[\w.]*)/g)].map(([, one]) => one)
    expect(named.length).toBeGreaterThan(0)
    expect(new Set(named)).toEqual(new Set([version]))
  })

  it('of the templates is one, and it runs', { timeout: 60_000 }, async () => {
    const lines = new Set([
      ...Object.values<Job>(parse(texts.github).jobs).flatMap(({ steps }) =>
        steps.flatMap(({ run = [] }) => run),
      ),
      ...parse(texts.gitlab)['scim-test'].script,
      ...parse(texts.azure).steps.flatMap(({ script = [] }: { script?: string[] }) => script),
    ])
    expect(lines.size).toBe(1)
    const folder = project({ 'scim-test.config.yaml': CONFIG })
    const { code, stderr } = await bash([...lines].join('\n'), folder)
    expect(code, stderr).toBe(0)
    expect(existsSync(join(folder, 'scim-test-report', 'junit.xml'))).toBe(true)
  })
})

describe('the action', { timeout: 60_000 }, () => {
  const { steps } = parse(read('action.yml')).runs
  const { run, env } = steps.at(-1) as { run: string; env: Record<string, string> }
  const inputs = (given: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(env).map(([name, value]) => [
        name,
        value
          .replace(/\$\{\{ inputs\.([\w-]+) \}\}/, (_, input: string) => given[input] ?? '')
          .replace(/\$\{\{ github\.action_path \}\}/, ROOT),
      ]),
    )

  it('hands over its inputs, gates the build, annotates it and sums it up', async () => {
    const folder = project({
      'known failures.yaml':
        'entries:\n  - id: patch/gone\n    reason: "$(touch owned)"\n    until: 2999-01-31\n',
    })
    const summary = join(folder, 'summary.md')
    const { code, stdout, stderr } = await bash(run, folder, {
      ...inputs({ only: ONLY, out: 'a report', baseline: 'known failures.yaml', strict: 'true', token: 'x' }),
      GITHUB_ACTIONS: 'true',
      GITHUB_STEP_SUMMARY: summary,
    })
    // The entry is not of this selection: it is neither fixed nor unknown.
    expect(code, stdout + stderr).toBe(0)
    const report = readReport(join(folder, 'a report'))
    expect(report).toMatchObject({
      only: [ONLY],
      strict: true,
      gate: { failOn: 'warn', baseline: { untried: 1 } },
    })
    expect(readFileSync(summary, 'utf8')).toContain('What was selected conforms')
    expect(stdout).toContain('::notice title=What was selected conforms')
    expect(existsSync(join(folder, 'owned'))).toBe(false)
  })

  it('has a word on each input and hands each over', () => {
    const { inputs: known } = parse(read('action.yml'))
    const handed = Object.values(env).flatMap((value) => /inputs\.([\w-]+)/.exec(value)?.[1] ?? [])
    expect(handed.sort()).toEqual(Object.keys(known).sort())
  })
})

describe('the Dockerfile', () => {
  const text = read('Dockerfile')

  it('is one', () => {
    expect(validate(text).map(({ message }) => message)).toEqual([])
    expect(validate(text.replace('ENTRYPOINT', 'ENTRYPOIN'))).not.toEqual([])
  })

  it('copies only what is there and is not left out, and starts the program', () => {
    const ignored = read('.dockerignore').split('\n').filter(Boolean)
    const own = [...text.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, names]) =>
      (names as string).split(' '),
    )
    expect(own).toEqual(['package.json', 'package-lock.json', '.'])
    const built = [...text.matchAll(/^COPY --from=build (.+) \S+$/gm)]
      .flatMap(([, names]) => (names as string).split(' '))
      .map((name) => name.replace('/build/', ''))
    for (const name of built.filter((one) => !ignored.includes(one)))
      expect(existsSync(join(ROOT, name)), name).toBe(true)
    // These two are made while building.
    expect(built.filter((name) => ignored.includes(name))).toEqual(['node_modules', 'dist'])
    const { files } = JSON.parse(read('package.json')) as { files: string[] }
    for (const needed of ['bin/scim-test.js', 'dist', 'fixtures', 'LICENSE']) {
      expect(built).toContain(needed)
      expect(files).toContain(needed)
    }
    expect(text).toContain('ENTRYPOINT ["node", "/opt/scim-test/bin/scim-test.js"]')
  })
})

const ONLY = 'patch/remove-needs-a-path'
const CONFIG = `only: [${ONLY}]\n`

/** A folder of a vendor who has installed scim-test. */
function project(files: Readonly<Record<string, string>>): string {
  const folder = newFolder()
  mkdirSync(join(folder, 'node_modules', '.bin'), { recursive: true })
  symlinkSync(ROOT, join(folder, 'node_modules', 'scim-test'))
  symlinkSync('../scim-test/bin/scim-test.js', join(folder, 'node_modules', '.bin', 'scim-test'))
  writeFileSync(join(folder, 'package.json'), '{"private":true}')
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

/** As the pipelines run their lines. */
function bash(script: string, cwd: string, env: NodeJS.ProcessEnv = {}) {
  return new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    const options = { cwd, env: { ...process.env, GITHUB_ACTIONS: '', SCIM_TEST_TOKEN: '', ...env } }
    execFile('bash', ['-eo', 'pipefail', '-c', script], options, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    )
  })
}
