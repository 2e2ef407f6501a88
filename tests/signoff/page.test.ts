import { createHash, generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { speak } from '#bin/messages/language'
import { signoff } from '#bin/messages/signoff'
import { renderSignoffPage, type SignoffForm, signStatement } from '#reports/signoff'
import {
  BLOCKED,
  FAILED,
  FORM,
  GOOD,
  NOW,
  type SampleRun,
  SIGNER,
  sampleStatement,
  VENDOR,
  WARNED,
} from '../../reports/signoff/sample-runs.sample.ts'
import { pageTexts } from '../../reports/signoff/texts.ts'

const pageOf = (language: 'nb' | 'en', run?: SampleRun, form?: SignoffForm) =>
  renderSignoffPage(sampleStatement(run, form).predicate.scimTestSignoff, language)
const ALL: SampleRun = { verdicts: [...GOOD, FAILED, WARNED, BLOCKED], only: ['create'] }
const textOf = (page: string) => page.replace(/<style>.*<\/style>/s, '').replace(/<[^>]*>/g, ' ')

/** Nobody but the vendor has said anything about the vendor's system, and nothing here may sound as if. */
const FORBIDDEN =
  /approv|certif|accredit|endors|compliant with|godkjen|sertifi|akkredit|anerkjen|samsvar|\bKS\b|Digdir|Altinn|Microsoft|Maskinporten/i

describe.each(['nb', 'en'] as const)('the page (%s)', (language) => {
  it('says whose statement it is, that it is one of two conditions, and how it ended', () => {
    const page = pageOf(language)
    const texts = pageTexts[language]
    for (const text of [texts.own('Fjordtest AS'), texts.twoConditions, texts.result.PASSED, texts.synthetic])
      expect(textOf(page)).toContain(text)
    expect(page).toContain(`<html lang="${language}">`)
    expect(page).toContain(`0192:${VENDOR}`)
    expect(page).not.toContain(texts.draft)
  })

  it('says on its first lines that it is a draft, or a part', () => {
    const page = pageOf(language, ALL)
    expect(page).toContain(pageTexts[language].draft)
    expect(page).toContain(pageTexts[language].partial(`[${pageTexts[language].notFilled}]`).slice(0, 20))
    expect(page.match(/<article class="deviation (fail|warn|blocked)">/g)).toHaveLength(3)
  })

  it('has the words of a profile in bokmål, and says in which language the rest stands', () => {
    const record = sampleStatement(ALL).predicate.scimTestSignoff
    const deviations = record.deviations.map((one) => ({ ...one, nb: 'Kravet på bokmål.' }))
    const profile = { ...record.profile, nb: 'Profilen på bokmål' }
    const page = renderSignoffPage({ ...record, deviations, profile }, language)
    const { about = '' } = record.deviations.find(({ severity }) => severity === 'fail') ?? {}
    expect([page.includes('Kravet på bokmål.'), textOf(page).includes(about)]).toEqual(
      language === 'nb' ? [true, false] : [false, true],
    )
    expect(page.includes('Profilen på bokmål')).toBe(language === 'nb')
    expect(renderSignoffPage(record, language)).toContain(`<p lang="en">${about}</p>`)
    if (language === 'nb') expect(page).toContain(pageTexts.nb.requirementsInEnglish)
  })

  it('never sounds as if somebody else had approved anything', () => {
    for (const page of [pageOf(language), pageOf(language, ALL)]) expect(textOf(page)).not.toMatch(FORBIDDEN)
  })

  it('carries the signature and the hash that it covers', () => {
    const { statement } = signStatement(
      sampleStatement(),
      SIGNER,
      generateKeyPairSync('ed25519').privateKey,
      NOW,
    )
    const record = statement.predicate.scimTestSignoff
    const page = renderSignoffPage(record, language)
    for (const text of ['Ola Nordmann', 'Managing director', record.integrity.contentHash, record.recordId])
      expect(page).toContain(text)
  })

  it('shows what people and targets wrote as text, and can load and run nothing', () => {
    const hostile = `</td><script>alert(1)</script><img src=x onerror=alert(1)>\u202e`
    const form: SignoffForm = {
      ...FORM,
      vendor: { orgNumber: VENDOR, name: hostile },
      system: { ...FORM.system, name: hostile, version: hostile, id: hostile, component: hostile },
      scope: { reason: hostile },
      contacts: [{ name: hostile, email: hostile, role: hostile }],
      negative: [{ id: 'missing-access', result: 'passed', remark: hostile }],
    }
    const blocked = { ...BLOCKED, id: hostile, reason: hostile }
    const page = pageOf(language, { verdicts: [...GOOD, blocked], run: 'abc234', only: ['x'] }, form)
    expect(page).not.toMatch(/<script|<img|onerror=alert\(1\)>/)
    expect(page).not.toContain('\u202e')
    expect(page).toContain("default-src 'none'")
    const style = /<style>(.*)<\/style>/s.exec(page)?.[1] ?? ''
    expect(page).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`)
  })
})

it('neither do the messages of the command', () => {
  for (const language of ['nb', 'en'] as const) {
    speak(language)
    expect(said(signoff())).not.toMatch(FORBIDDEN)
    speak('en')
  }
})

/** Every text of a table, functions called with lists of a word that says nothing. */
function said(table: unknown): string {
  if (typeof table === 'function') return said(table(['x'], ['x'], ['x'], ['x'], ['x']))
  if (typeof table === 'object' && table !== null) return Object.values(table).map(said).join('\n')
  return String(table)
}
