import { declaredMakes, declaredRequests, type Facts, type Item, phraseText, safeText } from '#harness'
import type { ExitCode } from '../cli.ts'
import { loadMessages } from '../messages/load.ts'
import { showing } from '../messages/showing.ts'
import { spoken } from '../messages/spoken.ts'
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
  const { planned } = showing()
  const todo = items.filter((item) => !item.skip)
  const declaring = todo.filter(({ requests }) => requests !== undefined).length
  const lines = [
    ...headOf(facts, profiles, embedded !== undefined),
    '',
    ...featuresOf(facts),
    '',
    ...items.map(lineOf),
    '',
    planned.toDo(todo.length, items.length - todo.length),
    ...(declaring > 0 ? [planned.declared(declaredRequests(todo), declaring)] : []),
    ...loadLine(facts, todo),
  ]
  return `${lines.join('\n')}\n`
}

function loadLine({ load }: Facts, todo: readonly Item[]): string[] {
  const heavy = todo.filter((item) => item.load)
  return load && heavy.length > 0
    ? [loadMessages().planned(declaredMakes(heavy), heavy.length, load.minutes)]
    : []
}

function headOf(facts: Facts, profiles: Shown['profiles'], isEmbedded: boolean): string[] {
  const { planned } = showing()
  const base = safeText(facts.base)
  const types = facts.resourceTypes.map(({ name }) => safeText(name)).join(', ')
  const rows = [
    [planned.target, isEmbedded ? planned.embedded(base) : base],
    [planned.profile, profiles[0]?.profile.title ?? ''],
    [planned.known, planned.types(types, spoken().page.describedBy[facts.described])],
  ] as const
  const width = Math.max(...rows.map(([label]) => label.length))
  return rows.map(([label, text]) => `${label.padEnd(width)}  ${text}`)
}

function featuresOf({ features }: Facts): string[] {
  const { yes, no } = showing().planned
  const width = Math.max(yes.length, no.length)
  return Object.entries(features).map(
    ([name, { offered, why }]) =>
      `${(offered ? yes : no).padEnd(width)}  ${name.padEnd(22)} ${phraseText(safeText(why), spoken())}`,
  )
}

function lineOf({ id, kind, skip, requests, load }: Item): string {
  const { planned } = showing()
  const kinds = spoken().kind
  const width = Math.max(planned.skip.length, ...Object.values(kinds).map((word) => word.length))
  if (skip)
    return `${planned.skip.padEnd(width)}  ${safeText(id)}: ${phraseText(safeText(skip.reason), spoken())}`
  const limits = [
    ...(requests === undefined ? [] : [planned.atMost(requests)]),
    ...(load ? [loadMessages().makes(load.makes)] : []),
  ]
  const most = limits.length > 0 ? `  (${limits.join(', ')})` : ''
  return `${kinds[kind].padEnd(width)}  ${safeText(id)}${most}`
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
    items: items.map(({ id, kind, title, requirements, requests, load, skip }) => ({
      id,
      kind,
      title,
      requirements,
      ...(requests === undefined ? {} : { requests }),
      ...(load ? { makes: load.makes } : {}),
      ...(skip ? { skip } : {}),
    })),
    toDo: todo.length,
    leftOut: items.length - todo.length,
    declaredRequests: declaredRequests(todo),
    ...(facts.load ? { load: facts.load, declaredMakes: declaredMakes(todo) } : {}),
  }
}
