import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { en, safeText } from '#harness'
import { jsonMarkup } from './html/json.ts'
import { escapeHtml, html } from './html/markup.ts'
import { renderHtml } from './html.ts'
import { buildReport } from './model.ts'
import { HOSTILE, sampleRecord } from './sample-record.sample.ts'

const page = renderHtml(buildReport(sampleRecord))

describe('html page', () => {
  it('runs one script, allowed by its hash, and loads nothing', () => {
    const scripts = [...page.matchAll(/<script>(.*?)<\/script>/gs)].map(([, text]) => text as string)
    expect(scripts).toHaveLength(1)
    const hash = createHash('sha256')
      .update(scripts[0] as string)
      .digest('base64')
    expect(page).toContain(`script-src 'sha256-${hash}'`)
    expect(page).toContain("default-src 'none'")
    expect(page).not.toMatch(/ (src|action|on\w+|style)="/)
    expect(page).not.toContain('innerHTML')
    const links = [...page.matchAll(/ href="([^"]*)"/g)].map(([, url]) => url as string)
    expect(
      links.filter((url) => !/^(#|data:,$|https:\/\/www\.rfc-editor\.org\/rfc\/rfc\d+#section-)/.test(url)),
    ).toEqual([])
  })

  it('shows hostile text as text', () => {
    expect(page).not.toContain(HOSTILE.script)
    expect(page).toContain('&lt;/script&gt;&lt;img src=x onerror=&quot;alert(1)&quot;&gt;')
    expect(safeText(page, '\n')).toBe(page)
  })

  it('marks what a client sent in its request, and nothing in our answer', () => {
    const info = { ...sampleRecord.info, subject: 'client' as const }
    const records = sampleRecord.records.filter((one) => !('play' in one))
    const marked = (html: string, side: string) =>
      [...html.matchAll(new RegExp(`<section><h5>${side}</h5>(.*?)</section>`, 'gs'))].filter(([, text]) =>
        text?.includes('<mark'),
      ).length
    const ofClient = renderHtml(buildReport({ ...sampleRecord, info, records }))
    const ofTarget = renderHtml(buildReport({ ...sampleRecord, records }))
    expect(marked(ofTarget, 'Response')).toBeGreaterThan(0)
    // Where there was no answer at all, that is marked.
    const unanswered = ofClient.match(/<p class="none"><mark>/g)?.length ?? 0
    expect(marked(ofClient, 'Response')).toBe(unanswered)
    expect(marked(ofClient, 'Request')).toBeGreaterThan(marked(ofTarget, 'Request'))
  })

  it('is the same for the same record', () => expect(renderHtml(buildReport(sampleRecord))).toBe(page))
})

describe('html template', () => {
  it('escapes every value and only trusts its own pieces', () => {
    const forged = { markup: '<b>' } as never
    expect(
      html`<i title="${'"'}">${'<'}${html`<u>${'&'}</u>`}${['<', 1, false, undefined]}${forged}</i>`.markup,
    ).toBe('<i title="&quot;">&lt;<u>&amp;</u>&lt;1&lt;b&gt;</i>')
  })

  it('never lets markup through', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !/[<>"']/.test(escapeHtml(text))))
  })
})

describe('json', () => {
  const text = (json: never, ...pointers: string[]) => jsonMarkup(json, pointers, en).markup
  const marks = (markup: string) =>
    [...markup.matchAll(/<mark[^>]*>(.*?)<\/mark>/gs)].map(([, inner]) =>
      (inner as string).replace(/<[^>]+>/g, ''),
    )

  it('marks the place that a pointer names', () => {
    expect(marks(text({ a: [{ 'b/c': 1 }, 2] } as never, '/a/0/b~1c'))).toEqual(['&quot;b/c&quot;: 1'])
  })
  it('shows what is not there where it would be', () => {
    expect(marks(text({ a: {} } as never, '/a/b'))).toEqual(['&quot;b&quot;: nothing'])
    expect(marks(text({ __proto__: null, a: 1 } as never, '/constructor'))).toEqual([
      '&quot;constructor&quot;: nothing',
    ])
  })
  it('cuts what is long but not what is marked', () => {
    const list = Array.from({ length: 1000 }, (_, index) => index)
    const markup = text(list as never, '/700')
    expect(marks(markup)).toEqual(['700'])
    expect(markup).toContain('991 more lines')
    expect(text('x'.repeat(10_000) as never)).toContain('(10000 characters)')
  })
  it('copes with depth', () => {
    const deep = JSON.parse('['.repeat(500) + ']'.repeat(500)) as never
    expect(text(deep)).toContain('…')
  })
})
