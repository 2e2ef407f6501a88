import { declaredRequests, type Facts, type Item, safeText } from '#harness'
import type { ExitCode } from '../cli.ts'
import { type Prepared, prepare } from '../run/prepare.ts'
import { resolveSettings } from '../run/resolve.ts'
import type { Flags } from './options.ts'

/** `scim-test plan`: asks discovery, writes nothing, shows what a run would do and why it would leave things out. */
export async function planCommand(flags: Flags, json = false): Promise<ExitCode> {
  const prepared = await prepare(resolveSettings(flags))
  try {
    process.stdout.write(
      json ? `${JSON.stringify(planAsJson(prepared), undefined, 2)}\n` : planAsText(prepared),
    )
    return 0
  } finally {
    await prepared.embedded?.close()
  }
}

type Shown = Pick<Prepared, 'facts' | 'items' | 'profiles' | 'embedded'>

function planAsText({ facts, items, profiles, embedded }: Shown): string {
  const todo = items.filter((item) => !item.skip)
  const declaring = todo.filter(({ requests }) => requests !== undefined).length
  const lines = [
    `Target   ${safeText(facts.base)}${embedded ? ' (embedded)' : ''}`,
    `Profile  ${profiles[0]?.profile.title ?? ''}`,
    `Known    resource types ${facts.resourceTypes.map(({ name }) => safeText(name)).join(', ')} (${facts.described})`,
    '',
    ...featuresOf(facts),
    '',
    ...items.map(lineOf),
    '',
    `${todo.length} to do, ${items.length - todo.length} left out.`,
    ...(declaring > 0
      ? [`At most ${declaredRequests(todo)} requests by the ${declaring} checks that say how many.`]
      : []),
  ]
  return `${lines.join('\n')}\n`
}

function featuresOf({ features }: Facts): string[] {
  return Object.entries(features).map(
    ([name, { offered, why }]) => `${offered ? 'yes' : 'no '}  ${name.padEnd(22)} ${safeText(why)}`,
  )
}

function lineOf({ id, kind, skip, requests }: Item): string {
  if (skip) return `skip  ${safeText(id)}: ${safeText(skip.reason)}`
  const most =
    requests === undefined ? '' : `  (at most ${requests} ${requests === 1 ? 'request' : 'requests'})`
  return `${kind.padEnd(5)} ${safeText(id)}${most}`
}

/** What the text shows, for programs. */
function planAsJson({ facts, items, profiles, embedded }: Shown) {
  const todo = items.filter((item) => !item.skip)
  return {
    target: facts.base,
    embedded: embedded !== undefined,
    profile: profiles[0]?.profile.id ?? null,
    resourceTypes: facts.resourceTypes.map(({ name }) => name),
    described: facts.described,
    features: facts.features,
    items: items.map(({ id, kind, title, requirements, requests, skip }) => ({
      id,
      kind,
      title,
      requirements,
      ...(requests === undefined ? {} : { requests }),
      ...(skip ? { skip } : {}),
    })),
    toDo: todo.length,
    leftOut: items.length - todo.length,
    declaredRequests: declaredRequests(todo),
  }
}
