import { safeText } from '#harness'
import type { ExitCode } from '../cli.ts'
import { prepare } from '../run/prepare.ts'
import { resolveSettings } from '../run/resolve.ts'
import type { Flags } from './options.ts'

/** `scim-test plan`: asks discovery, writes nothing, shows what a run would do and why it would leave things out. */
export async function planCommand(flags: Flags): Promise<ExitCode> {
  const prepared = await prepare(resolveSettings(flags))
  try {
    const { facts, items, profiles } = prepared
    const todo = items.filter((item) => !item.skip)
    const lines = [
      `Target   ${safeText(facts.base)}${prepared.embedded ? ' (embedded)' : ''}`,
      `Profile  ${profiles[0]?.profile.title ?? ''}`,
      `Known    resource types ${facts.resourceTypes.map(({ name }) => safeText(name)).join(', ')} (${facts.described})`,
      '',
      ...Object.entries(facts.features).map(
        ([name, { offered, why }]) => `${offered ? 'yes' : 'no '}  ${name.padEnd(22)} ${safeText(why)}`,
      ),
      '',
      ...items.map((item) =>
        item.skip ? `skip  ${item.id}: ${safeText(item.skip.reason)}` : `${item.kind.padEnd(5)} ${item.id}`,
      ),
      '',
      `${todo.length} to do, ${items.length - todo.length} left out.`,
    ]
    process.stdout.write(`${lines.join('\n')}\n`)
    return 0
  } finally {
    await prepared.embedded?.close()
  }
}
