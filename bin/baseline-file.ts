import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type ParsedNode,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import { type Baseline, type BaselineEntry, EXCUSABLE, type Excusable } from '#harness'
import { gate } from './messages/gate.ts'
import { didYouMean, UsageError } from './usage-error.ts'

const KEYS = ['id', 'outcome', 'reason', 'until']
const SCHEMA = 'yaml-language-server: $schema=node_modules/scim-test/fixtures/baseline.schema.json'

/** A baseline with its text, so that it can be changed without losing anybody's comments. */
export interface BaselineFile extends Baseline {
  readonly document: Document<ParsedNode, true>
}

/** @throws UsageError that names line and column of everything that is wrong with it */
export function readBaseline(file: string): BaselineFile {
  if (!existsSync(file)) throw new UsageError(gate().noFile(file))
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new UsageError(gate().notRead(file, (error as NodeJS.ErrnoException).code ?? ''))
  }
  return parseBaseline(text, file)
}

export function parseBaseline(text: string, file: string): BaselineFile {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const reader = new Reader(file, lines)
  for (const { pos, message } of document.errors) reader.wrong(pos[0], gate().notYaml(message))
  const entries = document.errors.length > 0 ? [] : reader.entries(document.contents)
  if (reader.problems.length > 0) throw new UsageError(reader.problems.join('\n'))
  return { file, entries, document: document as BaselineFile['document'] }
}

/** Goes through the nodes of a baseline and collects what is wrong, with its place. */
class Reader {
  readonly problems: string[] = []
  private readonly file: string
  private readonly lines: LineCounter
  private readonly seen = new Map<string, number>()

  constructor(file: string, lines: LineCounter) {
    this.file = file
    this.lines = lines
  }

  wrong(where: number | Node | null | undefined, what: string): undefined {
    const { line, col } = this.lines.linePos(offsetOf(where))
    this.problems.push(`${this.file}:${line}:${col}: ${what}`)
    return undefined
  }

  entries(root: ParsedNode | null): BaselineEntry[] {
    if (!isMap(root)) return this.wrong(root, gate().noMap) ?? []
    this.refuseOthers(root, ['entries'])
    const list = root.get('entries', true) as Node | undefined
    if (list === undefined) return this.wrong(root, gate().noMap) ?? []
    // `entries:` with nothing behind it is what is left when the last entry was taken out by hand.
    if (isScalar(list) && list.value === null) return []
    if (!isSeq(list)) return this.wrong(list, gate().noList) ?? []
    return list.items.flatMap((item) => this.entry(item as Node) ?? [])
  }

  private entry(node: Node): BaselineEntry | undefined {
    if (!isMap(node)) return this.wrong(node, gate().noEntry)
    this.refuseOthers(node, KEYS)
    const [id, reason, until] = [this.text(node, 'id'), this.text(node, 'reason'), this.day(node)]
    const outcome = this.outcome(node)
    if (id === undefined || reason === undefined || until === undefined || !outcome) return undefined
    const { line } = this.lines.linePos(offsetOf(node))
    const before = this.seen.get(id)
    if (before !== undefined) return this.wrong(node, gate().twice(id, before))
    this.seen.set(id, line)
    return { id, outcome, reason, until, line }
  }

  private refuseOthers(map: YAMLMap, known: readonly string[]): void {
    for (const { key } of map.items) {
      const name = isScalar(key) ? String(key.value) : String(key)
      if (!known.includes(name))
        this.wrong(key as Node, gate().unknownKey(name, didYouMean(name, known), known.join(', ')))
    }
  }

  private text(map: YAMLMap, key: string): string | undefined {
    const node = map.get(key, true)
    if (node === undefined) return this.wrong(map, gate().lacks(key))
    if (typeof node.value !== 'string' || node.value.trim() === '')
      return this.wrong(node, gate().noText(key))
    return node.value
  }

  private day(map: YAMLMap): string | undefined {
    const node = map.get('until', true)
    if (node === undefined) return this.wrong(map, gate().lacks('until'))
    const { value } = node
    return typeof value === 'string' && isDay(value) ? value : this.wrong(node, gate().noDate(shown(value)))
  }

  private outcome(map: YAMLMap): Excusable | undefined {
    const node = map.get('outcome', true)
    if (node === undefined) return 'fail'
    const found = EXCUSABLE.find((one) => one === node.value)
    return found ?? this.wrong(node, gate().noOutcome(shown(node.value), EXCUSABLE.join(', ')))
  }
}

function offsetOf(where: number | Node | null | undefined): number {
  return typeof where === 'number' ? where : (where?.range?.[0] ?? 0)
}

function shown(value: unknown): string {
  return JSON.stringify(value) ?? String(value)
}

/** A day that the calendar has, as `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

/** A new entry; its title goes above it as a comment. */
export interface NewEntry extends BaselineEntry {
  readonly title: string
}

/** The text of a new baseline. */
export function newBaseline(entries: readonly NewEntry[]): string {
  const { document } = parseBaseline(`# ${SCHEMA}\n#${gate().fileComment}\nentries: []\n`, '')
  return withEntries(document, entries)
}

/** The text with these entries instead of those of the same id, or behind the others. */
export function withEntries(document: BaselineFile['document'], entries: readonly NewEntry[]): string {
  const list = listIn(document)
  for (const { id, outcome, reason, until, title } of entries) {
    const node = document.createNode({ id, outcome, reason, until })
    const place = list.items.findIndex((item) => idOf(item) === id)
    const old = list.items[place] as Node | undefined
    node.commentBefore = old?.commentBefore ?? gate().entryComment(oneLine(title))
    if (place >= 0) list.items[place] = node
    else list.items.push(node)
  }
  return written(document)
}

/** The text without the entries of these ids. */
export function withoutEntries(document: BaselineFile['document'], ids: ReadonlySet<string>): string {
  const list = listIn(document)
  list.items = list.items.filter((item) => !ids.has(idOf(item) ?? ''))
  return written(document)
}

function listIn(document: BaselineFile['document']): YAMLSeq {
  const found = document.get('entries', true)
  if (isSeq(found)) {
    found.flow = false
    return found
  }
  const list = document.createNode([])
  document.set('entries', list)
  return list as YAMLSeq
}

function written(document: BaselineFile['document']): string {
  const list = listIn(document)
  list.flow = list.items.length === 0
  return document.toString({ lineWidth: 0 })
}

function idOf(item: unknown): string | undefined {
  const id = isMap(item) ? item.get('id') : undefined
  return typeof id === 'string' ? id : undefined
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** Whole or not at all. */
export function writeBaseline(file: string, text: string): void {
  const draft = `${file}.${process.pid}.tmp`
  try {
    writeFileSync(draft, text)
    renameSync(draft, file)
  } catch (error) {
    throw new UsageError(gate().notWritten(file, (error as NodeJS.ErrnoException).code ?? ''))
  }
}
