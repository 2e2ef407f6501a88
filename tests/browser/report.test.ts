import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ItemRecord, nb } from '#harness'
import { buildReport, DEFAULT_NAMES, writeReports } from '#reports'
import type { Json } from '#scim'
import { sampleRecord } from '../../reports/sample-record.sample.ts'

const CHROMIUM = '/usr/bin/chromium'
const OFFLINE = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/** The play of the sample with who was in which group, and what is known about one of its habits. */
function playWithGroups(): ItemRecord {
  const [one] = sampleRecord.records
  if (!one || !('play' in one)) throw new Error('the sample begins with a play')
  const members = [
    { directory: ['kari'], target: ['kari'] },
    { directory: ['ola'], target: ['kari'] },
  ]
  const timeline = one.play.result.timeline.map((entry) => {
    const { sync } = entry as { sync?: number }
    return sync === undefined
      ? entry
      : { ...(entry as object), groups: { nurses: members[sync - 1] as Json } }
  })
  const evidence = { says: 'op begins with a capital letter', source: 'ENT-101', confidence: 'inferred' }
  const result = { ...one.play.result, timeline: timeline as Json[], habits: { 'capital-op': evidence } }
  return { ...one, play: { ...one.play, result } }
}

const missing = !existsSync(CHROMIUM)
if (missing) console.log(`report in a browser: skipped, there is no ${CHROMIUM}`)

describe.skipIf(missing)('report.html in a browser', () => {
  const dir = mkdtempSync(join(tmpdir(), 'scim-test-browser-'))
  let browser: Browser
  beforeAll(async () => {
    await writeReports(buildReport(sampleRecord), dir)
    const names = { ...DEFAULT_NAMES, html: 'play.html' }
    await writeReports(buildReport({ ...sampleRecord, records: [playWithGroups()] }), dir, names)
    await writeReports(buildReport(sampleRecord), dir, { ...DEFAULT_NAMES, html: 'nb.html' }, nb)
    const notes = [{ id: 'x/1', text: { en: 'One. Two.', nb: 'En. To.' }, source: 'a page' }]
    const profile = { ...sampleRecord.info.profile, notes }
    const noted = { ...sampleRecord, info: { ...sampleRecord.info, profile } }
    await writeReports(buildReport(noted), dir, { ...DEFAULT_NAMES, html: 'noted.html' })
    browser = await chromium.launch({ executablePath: CHROMIUM, args: OFFLINE })
  })
  afterAll(() => browser?.close())

  /** Opens the page and notes whatever a calm page does not do. */
  async function open(
    width: number,
    colorScheme: 'light' | 'dark' = 'light',
    script = true,
    file = 'report.html',
  ) {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme,
      javaScriptEnabled: script,
    })
    const page = await context.newPage()
    const noise: string[] = []
    page.on('console', (message) => noise.push(`console: ${message.text()}`))
    page.on('pageerror', (error) => noise.push(`error: ${error.message}`))
    page.on('dialog', (dialog) => {
      noise.push(`dialog: ${dialog.message()}`)
      void dialog.dismiss()
    })
    page.on('request', (request) => {
      if (!/^(file|data):/.test(request.url())) noise.push(`request: ${request.url()}`)
    })
    await page.goto(pathToFileURL(join(dir, file)).href)
    return { page, noise }
  }

  const shown = (page: Page) => page.locator('[data-outcome]:not([hidden])').count()

  it.each([
    ['desktop', 1200, 'light'],
    ['dark', 1200, 'dark'],
    ['phone', 360, 'light'],
  ] as const)('is calm and fits: %s', async (name, width, scheme) => {
    const { page, noise } = await open(width, scheme)
    await page.screenshot({ path: join(dir, `${name}.png`), fullPage: true })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
    expect(await page.locator('h1').innerText()).toBe('Does not conform to profile entra')
    expect(await page.locator('img').count()).toBe(0)
    expect(noise).toEqual([])
    await page.context().close()
  })

  it.each([
    ['dark', 1200, 'dark'],
    ['phone', 360, 'light'],
  ] as const)('is as calm in bokmål, and fits: %s', async (_, width, scheme) => {
    const { page, noise } = await open(width, scheme, true, 'nb.html')
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
    expect(await page.evaluate('document.documentElement.lang')).toBe('nb')
    expect(await page.locator('h1').innerText()).toBe('Oppfyller ikke profilen entra')
    expect(await page.locator('.facts time').innerText()).toBe('21. november 2026 kl. 20:00 UTC')
    expect(await page.locator('.totals .warn').innerText()).toBe('1 advarsel')
    const title = page.locator('[id="v-create/booleans-are-booleans"] h3')
    expect([await title.getAttribute('lang'), await title.innerText()]).toEqual([
      'en',
      'Boolean attributes come back as JSON booleans',
    ])
    expect(await page.locator('.command button').first().innerText()).toBe('Kopier')
    expect(noise).toEqual([])
    await page.context().close()
  })

  it('filters by outcome, topic and text', async () => {
    const { page, noise } = await open(1200)
    expect(await shown(page)).toBe(13)
    await page.locator('input[value=fail]').uncheck()
    expect(await shown(page)).toBe(9)
    await page.locator('select[name=topic]').selectOption('sort')
    expect(await shown(page)).toBe(2)
    await page.locator('input[name=text]').fill('descending')
    expect(await shown(page)).toBe(1)
    expect(await page.locator('#count').innerText()).toBe('1 / 13')
    expect(await page.locator('#v-sort\\/descending').isVisible()).toBe(true)
    await page.locator('input[name=text]').fill('<no such thing>')
    expect(await page.locator('#none').isVisible()).toBe(true)
    await page.evaluate('location.hash = "#v-patch/remove-needs-a-path"')
    await page.locator('[id="v-patch/remove-needs-a-path"]').waitFor({ state: 'visible' })
    expect(await shown(page)).toBe(13)
    expect(noise).toEqual([])
    await page.context().close()
  })

  it('marks what a finding points at and copies a curl line whole', async () => {
    const { page, noise } = await open(1200)
    const article = page.locator('[id="v-create/booleans-are-booleans"]')
    expect(await article.locator('mark').allInnerTexts()).toEqual([
      '"primary": "True"',
      '"active": "True"',
      '"lastModified": nothing',
    ])
    await article.locator('.exchange .command button').click()
    const selected = await page.evaluate('String(getSelection())')
    expect(selected).toMatch(/^curl -sS .*\$SCIM_TEST_TOKEN.*'$/s)
    expect(noise).toEqual([])
    await page.context().close()
  })

  it('works by keyboard and without its script', async () => {
    const { page } = await open(1200, 'light', false)
    expect(await page.locator('#filter').isVisible()).toBe(false)
    const verdict = page.locator('[id="v-patch/remove-needs-a-path"]')
    await verdict.locator('summary').first().focus()
    await page.keyboard.press('Enter')
    expect(await verdict.locator('.finding').first().isVisible()).toBe(false)
    await page.context().close()
  })

  it.each([
    ['wide', 1200, 'light', true],
    ['dark', 1200, 'dark', true],
    ['phone', 360, 'light', true],
    ['without script', 1200, 'light', false],
  ] as const)('draws a play: %s', async (_, width, scheme, script) => {
    const { page, noise } = await open(width, scheme, script, 'play.html')
    const play = page.locator('[id="v-entra/leaver-loses-access"] .timeline')
    expect(await play.locator('.happens').allInnerTexts()).toEqual([
      'hire kari',
      'join kari to nurses',
      'leave kari',
    ])
    expect(await play.locator('.act > summary').first().innerText()).toMatch(/Synchronisation 1.*3 requests/)
    expect(await play.locator('.call.hit').count()).toBe(2)
    expect(await play.locator('.call.hit').first().isVisible()).toBe(true)
    expect(await play.locator('.members td').allInnerTexts()).toEqual([
      'nurses',
      expect.stringMatching(/still or wrongly in the target:\s*\+ ?nurses/),
      '',
      expect.stringMatching(/missing in the target:\s*− ?nurses/),
    ])
    expect(await play.locator('.tag i').allInnerTexts()).toContain('inferred')
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
    expect(noise).toEqual([])
    await page.context().close()
  })

  it('prints on A4: what was found, the requirements of the profile and its notes, without bodies', async () => {
    const { page, noise } = await open(1200, 'light', true, 'noted.html')
    expect(await page.locator('.paper').isVisible()).toBe(false)
    const folded = await page.locator('details:not([open])').count()
    const pdf = await page.pdf({ path: join(dir, 'report.pdf'), preferCSSPageSize: true })
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
    expect(pages).toBeGreaterThan(1)
    expect(pages).toBeLessThan(12)
    expect(await page.locator('details:not([open])').count()).toBe(folded)
    await page.emulateMedia({ media: 'print' })
    await page.evaluate('dispatchEvent(new Event("beforeprint"))')
    expect(await page.locator('.paper').isVisible()).toBe(true)
    expect(await page.locator('.noted li').first().isVisible()).toBe(true)
    expect(await page.locator('.verdict .finding').first().isVisible()).toBe(true)
    expect(await page.locator('.exchange > summary').first().isVisible()).toBe(true)
    expect(await page.locator('.sides').first().isVisible()).toBe(false)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(1200)
    expect(noise).toEqual([])
    await page.context().close()
  })
})
