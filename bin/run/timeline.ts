import { callText, type PlayRecord, safeText, valueText } from '#harness'
import { type Exchange, isObject, type Json } from '#scim'

/** What happened in the organisation, what was sent, what came back: one line each. */
export function timelineText(play: PlayRecord, exchanges: ReadonlyMap<string, Exchange>): string {
  let event = ''
  const lines = play.steps.flatMap(({ exchange, note }) => {
    const now = textOf(note, 'event')
    const heading = now !== '' && now !== event ? ['', `● ${safeText(now)}`] : []
    event = now || event
    const found = exchanges.get(exchange)
    return [...heading, `  ${found ? callText(found) : exchange}${habitsOf(note)}`]
  })
  const differs = play.result.divergences.map(
    (one) =>
      `  ✗ ${safeText(one.object)}: ${safeText(one.attribute)} expected ${valueText(one.expected)}, got ${
        one.actual === undefined ? 'nothing' : valueText(one.actual)
      } (${one.cost})`,
  )
  const end = differs.length > 0 ? ['', 'Directory and target differ', ...differs] : []
  return `${[...lines, ...end, '', ''].join('\n')}`
}

function textOf(note: Json, name: string): string {
  const value = isObject(note) ? note[name] : undefined
  return typeof value === 'string' ? value : ''
}

/** What shaped a request; what is only inferred is said to be. */
function habitsOf(note: Json): string {
  const { habits, confidence } = isObject(note) ? note : {}
  if (!Array.isArray(habits) || habits.length === 0) return ''
  const names = habits.map((one) => safeText(String(one))).join(', ')
  return confidence === 'inferred' ? `   [${names}; inferred]` : `   [${names}]`
}
