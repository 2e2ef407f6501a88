import { parseAttributePath } from '../path/index.ts'
import { type ResourceModel, sameUrn } from '../schema/index.ts'

/** A set of attributes and sub-attributes named by a client; names without case. */
export class Selection {
  readonly #names = new Set<string>()
  readonly #parents = new Set<string>()

  /** Names that are no attribute notation are ignored, as unknown ones are (AMB-087). */
  constructor(names: readonly string[], model: ResourceModel) {
    const urns = [model.core.id, ...model.extensions.map(({ schema }) => schema.id)]
    for (const name of names) this.#take(name, urns)
  }

  /** The schema, the attribute, or the sub-attribute itself was named. An empty name means the schema. */
  has(urn: string, attribute: string, sub = ''): boolean {
    return this.#names.has(key(urn, attribute, sub))
  }

  /** A sub-attribute of the attribute was named. */
  hasPartOf(urn: string, attribute: string): boolean {
    return this.#parents.has(key(urn, attribute, ''))
  }

  #take(name: string, urns: readonly string[]): void {
    const path = parsed(name, urns)
    if (!path) return
    const { uri = urns[0] ?? '', attribute, sub = '' } = path
    this.#names.add(key(uri, attribute, sub))
    if (sub !== '') this.#parents.add(key(uri, attribute, ''))
  }
}

function parsed(name: string, urns: readonly string[]) {
  const text = name.trim()
  const urn = urns.find((candidate) => sameUrn(candidate, text))
  if (urn !== undefined) return { uri: urn, attribute: '' }
  try {
    return parseAttributePath(text, urns)
  } catch {
    return undefined
  }
}

function key(urn: string, attribute: string, sub: string): string {
  return [urn, attribute, sub].join('\n').toLowerCase()
}
