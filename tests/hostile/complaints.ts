import { createHash } from 'node:crypto'
import { safeText } from '#harness'
import type { Behaviour } from './behaviour.ts'
import type { Ended } from './run-against.ts'
import { TOKEN } from './target.ts'

/** Everything that must not be so after a run against a hostile target; nothing where all is well. */
export function complaints(
  behaviour: Pick<Behaviour, 'ends'>,
  ended: Ended,
  strays: readonly string[],
): string[] {
  return [
    ...strays.map((one) => `another host was asked: ${one}`),
    ...endingOf(behaviour, ended),
    ...(safeText(ended.console, '\n') === ended.console ? [] : ['the console got what drives a terminal']),
    ...secretsIn({ ...ended.files, console: ended.console }),
    ...executableIn(ended.files['report.html'] ?? ''),
    ...Object.entries(ended.files)
      .filter(([name, text]) =>
        /json$/.test(name) ? text.includes('\u001b') : safeText(text, '\n\t') !== text,
      )
      .map(([name]) => `${name} has what drives a terminal`),
    ...(({} as { polluted?: unknown }).polluted === undefined ? [] : ['Object.prototype was changed']),
  ]
}

function endingOf({ ends }: Pick<Behaviour, 'ends'>, { refusal, verdicts }: Ended): string[] {
  if (ends === 'refused') {
    if (refusal === undefined) return ['it was tested, which nobody can']
    return refusal.trim().split('\n').length >= 2
      ? []
      : [`a refusal that does not say what to do: ${refusal}`]
  }
  if (refusal !== undefined) return [`it was not tested: ${refusal}`]
  const silent = verdicts.filter(
    ({ outcome, reason, findings }) => outcome !== 'pass' && !reason && findings.length === 0,
  )
  const own = verdicts.filter(({ outcome }) => outcome === 'error')
  const red = verdicts.filter(({ outcome }) => outcome === 'fail' || outcome === 'blocked')
  return [
    ...(verdicts.length > 0 ? [] : ['nothing was judged']),
    ...silent.map(({ id, outcome }) => `${id} is ${outcome} without a reason`),
    ...own.map(({ id, reason }) => `${id} met a fault of the harness: ${reason}`),
    ...(ends === 'found' && red.length === 0 ? ['nothing of it was found'] : []),
  ]
}

function secretsIn(texts: Readonly<Record<string, string>>): string[] {
  const forms = [TOKEN, Buffer.from(TOKEN).toString('base64').replace(/=+$/, '')]
  return Object.entries(texts).flatMap(([name, text]) =>
    forms.some((form) => text.includes(form)) ? [`${name} has the token`] : [],
  )
}

/** One script of our own, allowed by its hash, and nothing else that a browser would run or load. */
function executableIn(page: string): string[] {
  if (page === '') return []
  const scripts = [...page.matchAll(/<script[^>]*>(.*?)<\/script>/gis)].map(([, text]) => text as string)
  const hash = createHash('sha256')
    .update(scripts[0] ?? '')
    .digest('base64')
  const rest = page.replace(/<script>.*?<\/script>/gs, '').replace('<link rel="icon" href="data:,">', '')
  const elements = [...rest.matchAll(/<(?:img|iframe|object|embed|base|link)\b/gi)]
  return [
    ...(scripts.length === 1 ? [] : [`report.html has ${scripts.length} scripts`]),
    ...(page.includes(`script-src 'sha256-${hash}'`)
      ? []
      : ['report.html does not name the hash of its script']),
    ...elements.map(([tag]) => `report.html has ${tag}`),
    ...(/<[a-z][^<>]*\s(?:on\w+|src|action)\s*=\s*"/i.test(rest)
      ? ['report.html has an attribute that runs or loads']
      : []),
    ...(/href="(?:javascript|vbscript|data:[^,])/i.test(rest) ? ['report.html has a link that runs'] : []),
  ]
}
