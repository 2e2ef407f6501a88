import type { Messages } from '#harness'
import { isObject } from '#scim'
import type { Membership, SyncEnd } from '../acts.ts'
import { type Child, type Html, html } from './markup.ts'

const PEOPLE = 40
const SYNCS = 40
const CHIPS = 12

type Standing = 'both' | 'lacks' | 'extra' | 'unread'

const SIGNS: Readonly<Record<Standing, string>> = { both: '', lacks: '− ', extra: '+ ', unread: '? ' }

/** Who is in which group after each synchronisation: people down, synchronisations across. */
export function membershipMarkup(ends: readonly SyncEnd[], messages: Messages): Child {
  const syncs = ends.filter(({ groups }) => isObject(groups)).slice(0, SYNCS)
  const all = [...new Set(syncs.flatMap(({ groups = {} }) => Object.values(groups).flatMap(peopleOf)))]
  const people = [...all.filter((key) => key !== '?'), ...all.filter((key) => key === '?')].slice(0, PEOPLE)
  if (people.length === 0) return undefined
  const { play } = messages
  const head = syncs.map(({ sync }) => html`<th scope="col">${sync}</th>`)
  const body = people.map((person) => {
    const cells = syncs.map(({ groups = {} }) => html`<td>${cellMarkup(person, groups, messages)}</td>`)
    return html`<tr><th scope="row">${person === '?' ? play.others : person}</th>${cells}</tr>`
  })
  return html`<div class="scrolls" tabindex="0" role="region" aria-label="${play.membership}"><table class="members"><caption>${play.membership}</caption>
<thead><tr><th scope="col">${play.person}</th>${head}</tr></thead><tbody>${body}</tbody></table></div>
${legend(people, syncs, messages)}`
}

function peopleOf({ directory, target = [] }: Membership[string]): readonly string[] {
  return [...directory, ...target]
}

function cellMarkup(person: string, groups: Membership, messages: Messages): Child {
  const chips = Object.entries(groups).flatMap(([group, one]) => {
    const standing = standingOf(person, one)
    return standing ? [chip(group, standing, messages)] : []
  })
  const more = chips.length - CHIPS
  return more > 0 ? [...chips.slice(0, CHIPS), html`<span class="dim">+${more}</span>`] : chips
}

function chip(group: string, standing: Standing, { play }: Messages): Html {
  const aloud = standing !== 'both' && html`<span class="aloud">${play.standing[standing]}: </span>`
  const sign = SIGNS[standing] && html`<span aria-hidden="true">${SIGNS[standing]}</span>`
  return html`<span class="chip-in ${standing}">${aloud}${sign}${group}</span> `
}

function standingOf(person: string, { directory, target }: Membership[string]): Standing | undefined {
  const wanted = directory.includes(person)
  if (target === undefined) return wanted ? 'unread' : undefined
  const found = target.includes(person)
  if (wanted) return found ? 'both' : 'lacks'
  return found ? 'extra' : undefined
}

/** Only the signs that occur. */
function legend(people: readonly string[], syncs: readonly SyncEnd[], { play }: Messages): Child {
  const found = new Set(
    syncs.flatMap(({ groups = {} }) =>
      Object.values(groups).flatMap((one) => people.map((person) => standingOf(person, one))),
    ),
  )
  const signs = (['lacks', 'extra', 'unread'] as const).filter((standing) => found.has(standing))
  const words = signs.map(
    (standing) =>
      html`<span><span class="chip-in ${standing}">${SIGNS[standing].trim()}</span> ${play.standing[standing]}</span> `,
  )
  return words.length > 0 && html`<p class="dim legend" aria-hidden="true">${words}</p>`
}
