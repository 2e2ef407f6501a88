import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node as YamlNode } from 'yaml'
import { nearest } from './nearest.ts'
import { ScenarioError } from './scenario-error.ts'

/** A place in a scenario file: a value that knows where it stands. */
export interface Node {
  /** @throws ScenarioError always */
  fail(problem: string): never
  /** `found "x"`, `found a list`, … */
  readonly found: string
  readonly isMapping: boolean
  readonly isList: boolean
  readonly isNull: boolean
  /** The entries of a mapping with these keys and no others. */
  fields(what: string, keys: readonly string[]): ReadonlyMap<string, Node>
  /** The entries of a mapping with keys of the author's choice. */
  entries(what: string): readonly { readonly key: string; readonly at: Node; readonly value: Node }[]
  list(what: string): readonly Node[]
  text(what: string): string
  flag(what: string): boolean
  /** A whole number or a decimal fraction, 0 or more. */
  number(what: string): number
  /** One of the candidates. */
  oneOf(what: string, candidates: readonly string[]): string
}

/** @throws ScenarioError where the text is not YAML */
export function readYaml(text: string, file: string): Node {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, logLevel: 'silent' })
  const failAt = (offset: number, problem: string): never => {
    const { line, col } = counter.linePos(offset)
    throw new ScenarioError(file, Math.max(1, line), Math.max(1, col), problem)
  }
  const error = document.errors[0] ?? document.warnings[0]
  if (error) failAt(error.pos[0], `not usable as YAML: ${error.message}`)
  return place(document.contents, 0, failAt)
}

type FailAt = (offset: number, problem: string) => never

function place(raw: unknown, fallback: number, failAt: FailAt): Node {
  const yaml = raw as YamlNode | null | undefined
  const offset = yaml?.range?.[0] ?? fallback
  const fail = (problem: string): never => failAt(offset, problem)
  const at = (inner: unknown): Node => place(inner, offset, failAt)
  const found = describe(yaml)
  const self: Node = {
    fail,
    found,
    isMapping: isMap(yaml),
    isList: isSeq(yaml),
    isNull: yaml === null || yaml === undefined || (isScalar(yaml) && yaml.value === null),
    fields: (what, keys) => fieldsOf(self, what, keys),
    entries: (what) => {
      if (!isMap(yaml)) return fail(`expected ${what} as "key: value" lines, ${found}`)
      return yaml.items.map((pair) => {
        const keyNode = at(pair.key)
        return { key: keyNode.text('a key'), at: keyNode, value: at(pair.value ?? pair.key) }
      })
    },
    list: (what) => {
      return isSeq(yaml) ? yaml.items.map(at) : fail(`expected ${what} as a list of "- …" lines, ${found}`)
    },
    text: (what) => {
      if (isScalar(yaml) && typeof yaml.value === 'string' && yaml.value.trim() !== '') return yaml.value
      return fail(`expected ${what} as text, ${found}; put quotes around it if it is meant as text`)
    },
    flag: (what) => {
      if (isScalar(yaml) && typeof yaml.value === 'boolean') return yaml.value
      return fail(`expected ${what} to be true or false, ${found}`)
    },
    number: (what) => {
      if (isScalar(yaml) && typeof yaml.value === 'number' && yaml.value >= 0) return yaml.value
      return fail(`expected ${what} as a number, ${found}`)
    },
    oneOf: (what, candidates) => chosen(self, what, candidates),
  }
  return self
}

function fieldsOf(node: Node, what: string, keys: readonly string[]): ReadonlyMap<string, Node> {
  const fields = new Map<string, Node>()
  for (const { key, at, value } of node.entries(what)) {
    if (!keys.includes(key)) at.fail(`unknown key "${key}" in ${what}${advice(key, keys)}`)
    fields.set(key, value)
  }
  return fields
}

function chosen(node: Node, what: string, candidates: readonly string[]): string {
  const text = node.text(what)
  if (candidates.includes(text)) return text
  return node.fail(`expected ${what}, found "${text}"${advice(text, candidates)}`)
}

function advice(found: string, candidates: readonly string[]): string {
  const near = nearest(found, candidates)
  const hint = near === undefined ? '' : `; did you mean "${near}"?`
  const all = candidates.length === 0 ? 'none is defined' : `possible: ${candidates.join(', ')}`
  return `${hint} (${all})`
}

function describe(yaml: YamlNode | null | undefined): string {
  if (isMap(yaml)) return 'found "key: value" lines'
  if (isSeq(yaml)) return 'found a list'
  if (!isScalar(yaml)) return yaml ? 'found an alias (write the value out)' : 'found nothing'
  if (yaml.value === null || yaml.value === '') return 'found nothing'
  return `found ${JSON.stringify(yaml.value) ?? typeof yaml.value}`
}
