import { isObject, type JsonObject, type ScimResponse } from '#scim'
import type { Exchanges } from '../dialect.ts'
import { type Conveyed, type Values, valueIn } from '../wire/attribute.ts'
import { hitsOf } from './answers.ts'
import type { Link } from './link.ts'

/** What the last import has shown of the target, for a provider that looks there instead of asking. */
export class Imported {
  private readonly resources: Record<Link['kind'], JsonObject[]> = { person: [], group: [] }

  /** All that have the value, in whatever letters. */
  find(kind: Link['kind'], wanted: Values, attribute: Conveyed): readonly JsonObject[] {
    const sought = String(wanted.get(attribute)).toLowerCase()
    return this.resources[kind].filter((each) => {
      const value = valueIn(each, attribute)
      return typeof value === 'string' && value.toLowerCase() === sought
    })
  }

  /** The same exchanges; what they show takes the place of what was known. */
  *listening(exchanges: Exchanges): Exchanges {
    this.resources.person = []
    this.resources.group = []
    for (let next = exchanges.next(); !next.done; ) {
      const { path } = next.value.request
      const answer = yield next.value
      this.hear(path.startsWith('/Groups') ? 'group' : 'person', answer)
      next = exchanges.next(answer)
    }
  }

  private hear(kind: Link['kind'], { status, body }: ScimResponse): void {
    if (status === 200) this.resources[kind].push(...(hitsOf(body) ?? []).filter(isObject))
  }
}
