import type { AttributePath, Filter, PatchPath } from './ast.ts'

/** The text of an attribute path; of the URN alone where `attribute` is empty. */
export function printAttributePath({ uri, attribute, sub }: AttributePath): string {
  const names = sub === undefined ? attribute : `${attribute}.${sub}`
  if (uri === undefined) return names
  return names === '' ? uri : `${uri}:${names}`
}

/** The text of a filter, with no more parentheses than its structure needs: parsing it gives the same tree. */
export function printFilter(filter: Filter): string {
  switch (filter.kind) {
    case 'or':
      return `${printFilter(filter.left)} or ${inParentheses(filter.right, filter.right.kind === 'or')}`
    case 'and':
      return `${inParentheses(filter.left, filter.left.kind === 'or')} and ${inParentheses(
        filter.right,
        filter.right.kind === 'or' || filter.right.kind === 'and',
      )}`
    case 'not':
      return `not (${printFilter(filter.filter)})`
    case 'valuePath':
      return `${printAttributePath(filter.path)}[${printFilter(filter.filter)}]`
    case 'compare':
      return filter.op === 'pr'
        ? `${printAttributePath(filter.path)} pr`
        : `${printAttributePath(filter.path)} ${filter.op} ${JSON.stringify(filter.value)}`
  }
}

/** The text of a PATCH path. */
export function printPatchPath({ path, filter, sub }: PatchPath): string {
  const brackets = filter === undefined ? '' : `[${printFilter(filter)}]`
  return `${printAttributePath(path)}${brackets}${sub === undefined ? '' : `.${sub}`}`
}

function inParentheses(filter: Filter, needed: boolean): string {
  return needed ? `(${printFilter(filter)})` : printFilter(filter)
}
