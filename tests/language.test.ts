import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { afterEach, describe, expect, it } from 'vitest'
import { en, nb, phraseText } from '#harness'
import { catalogue } from '#requirements'
import { speak } from '../bin/messages/language.ts'
import { requirementsNb } from '../profiles/fiks-current/requirements-nb.ts'
import { PERSON_EVENTS } from '../simulator/directory/event.ts'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const MESSAGES = join(ROOT, 'bin', 'messages')

/** Those that are the same in both languages on purpose: names, and words that both have. */
const SAME = new Set([
  'wording.number',
  'wording.finding.status',
  'wording.finding.header',
  'wording.finding.body',
  'wording.page.filter',
  'wording.play.person',
  'wording.gate.baseline',
])

/** Places where there is nothing to say. */
const NOTHING = /^signoff\.signoff\.comments\.section\./

/** Parameters of messages that want something particular. */
const ARGUMENTS: Readonly<Record<string, readonly unknown[]>> = {
  'wording.evidence': [2, 'documented'],
  'auth.authMessages.tlsUnusable': [true, 'form'],
  'signoff.signoff.comments.prerequisite': [{ en: 'yes', nb: 'ja' }],
}

/** One text of a table: what it says with sample parameters. */
interface Text {
  readonly path: string
  readonly parameters: number
  readonly said: readonly string[]
}

/** Numbers stand for one and for many; whatever else is asked for gets a word, a list, a flag. */
const SAMPLES: readonly unknown[] = [7, 1, 'Xx', ['Xx', 'Yy'], true, undefined]

function textsIn(value: unknown, path: string): Text[] {
  if (typeof value === 'string') return [{ path, parameters: 0, said: [value] }]
  if (typeof value === 'function') {
    const text = value as (...all: unknown[]) => unknown
    const own = ARGUMENTS[path]
    const said = own ? leaves(text(...own)) : SAMPLES.flatMap((sample) => called(text, sample))
    return [{ path, parameters: value.length, said }]
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    path === 'wording' && name === 'phrases' ? [] : textsIn(inner, `${path}.${name}`),
  )
}

/** Parameters are of many types; a text that cannot be made of this sample is made of another. */
function called(text: (...all: unknown[]) => unknown, sample: unknown): string[] {
  try {
    const made = text(...Array.from({ length: Math.max(text.length, 1) }, () => sample))
    return leaves(made)
  } catch {
    return []
  }
}

function leaves(made: unknown): string[] {
  if (typeof made === 'string') return [made]
  return typeof made === 'object' && made !== null ? Object.values(made).flatMap(leaves) : []
}

/** Whether there are words in it that one language may spell otherwise than the other. */
function hasWords(text: string): boolean {
  const plain = text
    .replace(
      /`[^`]*`|Xx|Yy|undefined|true|https?:\S+|--[\w-]+|\b[\w-]+(?:\.[\w-]+)+\b|\b[A-Z]{2,}\w*\b/g,
      ' ',
    )
    .replace(/\$0|<\w+>/g, ' ')
  return /\p{L}{3,}/u.test(plain)
}

function compare(english: unknown, norwegian: unknown, name: string): void {
  const [ones, others] = [textsIn(english, name), textsIn(norwegian, name)]
  const shape = (texts: readonly Text[]) =>
    texts.map(({ path, parameters }) => `${path}(${parameters})`).sort()
  expect(shape(others)).toEqual(shape(ones))
  expect(ones.length).toBeGreaterThan(0)
  const there = new Map(others.map(({ path, said }) => [path, said]))
  const silent = ones.filter(({ path, said }) => said.length === 0 || there.get(path)?.length !== said.length)
  expect(silent.map(({ path }) => path)).toEqual([])
  const empty = [...ones, ...others].filter(
    ({ path, said }) => !NOTHING.test(path) && said.every((text) => text.trim() === ''),
  )
  expect(empty.map(({ path }) => path)).toEqual([])
  const same = ones.filter(({ path, said }) => said.some(hasWords) && said.join() === there.get(path)?.join())
  expect(same.map(({ path }) => path).filter((path) => !SAME.has(path))).toEqual([])
}

describe('tables of messages', () => {
  afterEach(() => speak('en'))

  it('what findings and reports say', () => compare(en, nb, 'wording'))

  const areas = readdirSync(MESSAGES).filter((file) => !/^(language|spoken)\.ts$|\.test\.ts$/.test(file))
  it.each(areas)('%s', async (file) => {
    const module = (await import(join(MESSAGES, file))) as Record<string, unknown>
    const tables = Object.entries(module).filter(([, value]) => typeof value === 'function')
    expect(tables.length).toBeGreaterThan(0)
    for (const [name, table] of tables) {
      const read = table as () => unknown
      speak('en')
      const english = read()
      speak('nb')
      compare(english, read(), `${basename(file, '.ts')}.${name}`)
    }
  })

  it('hold all that commands say: nothing stands in the code itself', () => {
    const found = filesIn(join(ROOT, 'bin'))
      .filter((file) => !file.startsWith(MESSAGES))
      .filter((file) => /describe:|UsageError\(|\.write\(/.test(readFileSync(file, 'utf8')))
      .flatMap((file) => inlineIn(parsed(file)))
    expect(found).toEqual([])
  })
})

describe('phrases of records in bokmål', () => {
  it('cover every reason that the harness itself gives', () => {
    const files = ['discover', 'execute', 'judge', 'plan', 'record', 'rehearsal', 'rejudge', 'claim', 'learn']
    const reasons = files.flatMap((file) => reasonsIn(parsed(join(ROOT, 'harness', `${file}.ts`))))
    expect(reasons.length).toBeGreaterThan(20)
    expect(reasons.filter(({ text }) => phraseText(text, nb) === text)).toEqual([])
  })

  it('cover the requirements that are our own', () => {
    const own = [...catalogue.values()].filter(({ rfc }) => rfc === undefined)
    expect(own.length).toBeGreaterThan(3)
    expect(own.filter(({ requirement }) => phraseText(requirement, nb) === requirement)).toEqual([])
  })

  it('cover every event that a timeline tells', () => {
    const files = ['simulator/scenario/moment.ts', 'simulator/directory/event.ts']
    const told = files.flatMap((file) => returned(parsed(join(ROOT, file)), /^describe/))
    const events = [
      ...told.filter((text) => text !== 'Xx Xx').map((text) => text.replace(/^Xx (?=Xx$)/, 'form ')),
      ...PERSON_EVENTS.map((kind) => `${kind} Xx`),
    ]
    expect(events.length).toBeGreaterThan(15)
    expect(events.filter((text) => phraseText(text, nb) === text)).toEqual([])
  })

  /** A check is one file: nobody has to translate its words for it to run. What has words in bokmål must not dwindle. */
  it('cover most of what checks say', () => {
    const checks = ['suites', 'profiles'].flatMap((floor) => filesIn(join(ROOT, floor)))
    const said = checks.flatMap((file) => wordsOfCheck(readFileSync(file, 'utf8')))
    const covered = said.filter((text) => phraseText(text, nb) !== text)
    expect(said.length).toBeGreaterThan(100)
    expect(covered.length / said.length).toBeGreaterThan(0.75)
  })
})

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .filter((entry) => !/\.(test|slow|sample|d)\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
}

function parsed(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
}

/** What literals say, `Xx` in the places of templates; of both branches where there are two. */
function sayings(node: ts.Node | undefined): string[] {
  if (node === undefined) return []
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text]
  if (ts.isTemplateExpression(node))
    return [node.head.text + node.templateSpans.map(({ literal }) => `Xx${literal.text}`).join('')]
  if (ts.isConditionalExpression(node)) return [...sayings(node.whenTrue), ...sayings(node.whenFalse)]
  if (ts.isBinaryExpression(node)) return [...sayings(node.left), ...sayings(node.right)]
  return ts.isParenthesizedExpression(node) ? sayings(node.expression) : []
}

function nodesIn(source: ts.Node): ts.Node[] {
  const found: ts.Node[] = []
  const visit = (node: ts.Node) => {
    found.push(node)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

const isProse = (text: string) => /\p{L}{2,} .*\p{L}{2,}/u.test(text)

function reasonsIn(source: ts.SourceFile): { file: string; text: string }[] {
  const file = relative(ROOT, source.fileName)
  return nodesIn(source)
    .flatMap((node) => {
      if (ts.isPropertyAssignment(node) && /^(reason|why|expected)$/.test(node.name.getText()))
        return sayings(node.initializer)
      if (ts.isVariableDeclaration(node) && /^(reason|fault|why)$/.test(node.name.getText()))
        return sayings(node.initializer)
      if (ts.isNewExpression(node) && /^(Ended|RecordError)$/.test(node.expression.getText()))
        return (node.arguments ?? []).flatMap(sayings)
      return []
    })
    .filter((text) => isProse(text.replaceAll('Xx', '')))
    .map((text) => ({ file, text: text.endsWith(': ') ? `${text}Xx` : text }))
}

function returned(source: ts.SourceFile, named: RegExp): string[] {
  return nodesIn(source)
    .filter((node) => ts.isFunctionDeclaration(node) && named.test(node.name?.text ?? ''))
    .flatMap(nodesIn)
    .flatMap((node) => (ts.isReturnStatement(node) ? sayings(node.expression) : []))
}

/** Hundreds of files: looked through for plain texts, not parsed. */
function wordsOfCheck(source: string): string[] {
  const found = source.matchAll(/(?:\b(?:expected|what): |\b(?:notOffered|blocked)\(\s*)'([^'\n]+)'/g)
  return [...found].map(([, text]) => text as string).filter(isProse)
}

/** Sentences that a command would say in one language only. */
function inlineIn(source: ts.SourceFile): string[] {
  const file = relative(ROOT, source.fileName)
  return nodesIn(source)
    .flatMap((node) => {
      if (ts.isPropertyAssignment(node) && node.name.getText() === 'describe')
        return sayings(node.initializer)
      if (ts.isNewExpression(node) && node.expression.getText() === 'UsageError')
        return (node.arguments ?? []).flatMap(sayings)
      const isWrite =
        ts.isCallExpression(node) && /^process\.std(out|err)\.write$/.test(node.expression.getText())
      return isWrite ? sayings(node.arguments[0]) : []
    })
    .filter((text) => isProse(text.replaceAll('Xx', '')))
    .map((text) => `${file}: ${text}`)
}

it('the requirements of the profile for Fiks are in bokmål, too', async () => {
  const { default: profile } = await import('../profiles/fiks-current/profile.ts')
  const rows = profile.requirements ?? []
  expect(rows.length).toBeGreaterThan(20)
  expect(rows.filter(({ nb: text, requirement }) => !text || text === requirement)).toEqual([])
  const known = new Set(rows.map(({ id }) => id.replace('fiks/', '')))
  expect(Object.keys(requirementsNb).filter((number) => !known.has(number))).toEqual([])
})
