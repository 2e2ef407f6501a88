import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderSignoffPage } from '#reports/signoff'
import {
  BLOCKED,
  FAILED,
  FORM,
  GOOD,
  sampleStatement,
  VENDOR,
  WARNED,
} from '../../reports/signoff/sample-runs.sample.ts'

const CHROMIUM = '/usr/bin/chromium'
const missing = !existsSync(CHROMIUM)
if (missing) console.log(`sign-off in a browser: skipped, there is no ${CHROMIUM}`)
const WORD = 'a-very-long-word-without-a-break-in-it-'.repeat(8)

/** Width of an A4 page between its margins, in CSS pixels. */
const PRINTED = Math.round(((210 - 2 * 16) / 25.4) * 96)

describe.skipIf(missing)('the page of a sign-off in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'scim-test-signoff-page-'))
  let browser: Browser
  beforeAll(async () => {
    const form = {
      ...FORM,
      customer: { orgNumber: VENDOR, name: `Fjordby kommune ${WORD}` },
      system: { ...FORM.system, version: WORD },
    }
    const { predicate } = sampleStatement({ verdicts: [...GOOD, FAILED, WARNED, BLOCKED] }, form)
    const record = predicate.scimTestSignoff
    // As many rows as a real run has, so that the annex runs over several pages.
    const items = Array.from({ length: 600 }, (_, n) => ({
      ...(record.results.items[0] as (typeof record.results.items)[number]),
      requirement: `RFC7644-3.5.2-${n}`,
    }))
    const notTested = Array.from({ length: 150 }, (_, n) => ({
      requirement: `RFC7643-4.1.${n % 9}-${n}`,
      kind: 'no-check' as const,
      reason: '',
    }))
    for (const language of ['nb', 'en'] as const) {
      const page = renderSignoffPage(
        { ...record, results: { ...record.results, items, notTested } },
        language,
      )
      writeFileSync(join(folder, `${language}.html`), page)
    }
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] })
  })
  afterAll(() => browser?.close())

  it.each(['nb', 'en'] as const)('fits on a desktop, a phone and A4: %s', async (language) => {
    const page = await browser.newPage()
    const noise: string[] = []
    page.on('console', (message) => noise.push(message.text()))
    page.on('pageerror', (error) => noise.push(error.message))
    page.on('request', (request) => {
      if (!/^(file|data):/.test(request.url())) noise.push(request.url())
    })
    await page.goto(pathToFileURL(join(folder, `${language}.html`)).href)
    const widest = () =>
      page.evaluate<number>(
        'Math.max(...[...document.querySelectorAll("body, body *")].map((e) => e.getBoundingClientRect().right))',
      )
    for (const width of [1200, 360]) {
      await page.setViewportSize({ width, height: 900 })
      expect(await widest(), `${width}`).toBeLessThanOrEqual(width)
    }
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width: PRINTED, height: 1_000 })
    expect(await widest()).toBeLessThanOrEqual(PRINTED)
    // The hash is on the page that is signed, and no id of a requirement is broken at a hyphen.
    const signing = page.locator('section.whole', { has: page.locator('.sign') })
    expect(await signing.locator('code').allInnerTexts()).toContainEqual(
      expect.stringMatching(/^[0-9a-f]{64}$/),
    )
    expect((await signing.boundingBox())?.height).toBeLessThan(((297 - 34) / 25.4) * 96)
    const broken = '[...document.querySelectorAll(".id")].filter((e) => e.getClientRects().length > 1).length'
    expect(await page.evaluate(broken)).toBe(0)
    const boxes = page.locator('.sign')
    expect(await boxes.count()).toBe(2)
    // Room to write by hand: nothing of the line below reaches up into it.
    expect((await page.locator('.lines .wide').first().boundingBox())?.height).toBeGreaterThan(30)
    const file = join(folder, `${language}.pdf`)
    await page.pdf({ path: file, preferCSSPageSize: true })
    const pdf = readFileSync(file, 'latin1')
    expect(pdf).toContain('/MediaBox [0 0 594.95')
    const pages = pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
    expect(pages).toBeGreaterThan(2)
    expect(pages).toBeLessThan(14)
    expect(noise).toEqual([])
    await page.close()
  })
})
