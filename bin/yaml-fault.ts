import { type Document, visit } from 'yaml'

/** What is wrong with a text of YAML, in the words of its parser but for what it quotes: that may be a secret. */
export interface YamlFault {
  /** Where, in characters. */
  readonly offset: number
  /** `undefined` for a value that begins with `*` and refers to nothing: people mean the letter. */
  readonly why: string | undefined
}

export function yamlFault(document: Document.Parsed): YamlFault | undefined {
  const [broken] = document.errors
  if (broken) return { offset: broken.pos[0], why: withoutQuotation(broken.message) }
  let unknown: YamlFault | undefined
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document)) return undefined
      unknown = { offset: alias.range?.[0] ?? 0, why: undefined }
      return visit.BREAK
    },
  })
  return unknown
}

/** The parser quotes after a colon, tags as they are, and escapes after their name. */
function withoutQuotation(message: string): string {
  const [first = ''] = message.split('\n')
  return first
    .replace(/ at line \d+, column \d+:?$/, '')
    .replace(/: .*$/, '')
    .replace(/!\S+/g, '!…')
    .replace(/(escape sequence) .*$/, '$1')
}
