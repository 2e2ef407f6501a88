import { type Json, ScimError } from '#scim'
import type { AttributePath, Filter } from '#scim/path'
import { checkFilter, evaluateElementFilter, evaluateFilter, findAttribute, named } from '#scim/resource'
import type { Attribute, ResourceModel } from '#scim/schema'
import { badRequest } from './errors.ts'
import type { Service } from './service.ts'

/**
 * @throws ScimError 400 invalidFilter for what is no filter; 403 sensitive for one that would tell what is never
 *   returned (RFC 7644 section 7.5.2)
 */
export function readFilter(service: Service, text: Json, model: ResourceModel | undefined): Filter {
  if (typeof text !== 'string') throw badRequest('invalidFilter', 'filter has to be a string')
  const known = model ?? service.union
  const filter = service.kernel.parseFilter(text, known)
  inspect(filter, { find: (path) => findIn(known, path), attempt: (part) => evaluateFilter(part, {}, known) })
  // SPEC: RFC7644-3.4.2.1-06: over several types an attribute that one of them lacks merely has no value.
  if (model && service.settings.unknownInFilter === 'refuse') checkFilter(filter, model)
  return filter
}

/** Where the paths of a filter lead. */
interface Ground {
  /** The attribute, and the sub-attribute if the path names one; nothing for what is unknown. */
  readonly find: (path: AttributePath) => Attribute[]
  /** Evaluates a comparison on nothing, which throws if it can never be evaluated. */
  readonly attempt: (part: Filter) => unknown
}

function findIn(model: ResourceModel, path: AttributePath): Attribute[] {
  const found = findAttribute(model, path)
  return found ? [found.attribute, ...(found.sub ? [found.sub] : [])] : []
}

/** Whether a filter is an error must not depend on what there is to filter. */
function inspect(filter: Filter, ground: Ground): void {
  switch (filter.kind) {
    case 'and':
    case 'or':
      inspect(filter.left, ground)
      inspect(filter.right, ground)
      return
    case 'not':
      inspect(filter.filter, ground)
      return
    case 'valuePath':
      inspect(filter.filter, within(ground.find(filter.path)))
      return
    case 'compare':
      if (ground.find(filter.path).some(isSecret)) {
        throw new ScimError(403, 'sensitive', 'The filter asks for a secret')
      }
      ground.attempt(filter)
  }
}

function within(parts: Attribute[]): Ground {
  const parent = parts.at(-1)
  return {
    find: ({ attribute }) => [...parts, ...[named(parent?.subAttributes ?? [], attribute) ?? []].flat()],
    attempt: (part) => parent && evaluateElementFilter(part, {}, parent),
  }
}

function isSecret({ returned, mutability }: Attribute): boolean {
  return returned === 'never' || mutability === 'writeOnly'
}
