import { writeFileSync } from 'node:fs'
import { it } from 'vitest'
import { badRequest } from '../endpoint/errors.ts'
import type { Deviation, EndpointRequest, Handler } from '#endpoint'
import { rewritten } from '#endpoint'
import type { Filter } from '#scim/path'
import { type JsonObject, ScimError, URN } from '#scim'
import { isUnassigned } from '#scim/resource'
import { loadDeviations } from '#bin/load'
import { errorsIn, mindedIn, tryText } from './bench/trial.ts'

function eqNames(f: Filter): string[] {
  switch (f.kind) {
    case 'compare': return f.op === 'eq' ? [f.path.attribute + (f.path.sub ? '.' + f.path.sub : '')] : []
    case 'not': case 'valuePath': return eqNames(f.filter)
    default: return [...eqNames(f.left), ...eqNames(f.right)]
  }
}
const refusing = (...names: string[]): Deviation => ({
  id: 'no-eq', title: 'x', kind: 'variant',
  kernel: (plain) => ({
    parseFilter: (text, model) => {
      const filter = plain.parseFilter(text, model)
      if (eqNames(filter).some((n) => names.length === 0 || names.some((m) => m.toLowerCase() === n.toLowerCase()))) throw badRequest('invalidFilter', 'no eq on this')
      return filter
    },
  }),
})
const requires = (NAME: string): Deviation => {
  let isAsked = false
  const required = (key: string, value: unknown): unknown => {
    const schema = value as { id?: unknown; attributes?: JsonObject[] } | null
    if (key === 'schemas' || schema?.id !== URN.user || !Array.isArray(schema.attributes)) return value
    return { ...schema, attributes: schema.attributes.map((one) => one.name === NAME ? { ...one, required: true } : one) }
  }
  return {
    id: 'requires-' + NAME, title: 'x', kind: 'variant',
    kernel: (plain) => ({
      keep: (resource, model, before, given) => {
        const kept = plain.keep(resource, model, before, given)
        if (isAsked && model.core.id === URN.user && isUnassigned(kept[NAME])) throw new ScimError(400, 'invalidValue', `A user needs a ${NAME}`)
        return kept
      },
    }),
    around: (request: EndpointRequest, next: Handler) => {
      isAsked = true
      const reply = next(request)
      isAsked = false
      return request.path.startsWith('/Schemas') ? rewritten(reply, (b) => JSON.parse(JSON.stringify(b, required)) as JsonObject) : reply
    },
  }
}
const createNoBody: Deviation = {
  id: 'create-no-body', title: 'x', kind: 'variant',
  around: (request, next) => {
    const reply = next(request)
    return request.method === 'POST' && reply.status === 201 ? { status: 201, headers: reply.headers } : reply
  },
}
const put204: Deviation = {
  id: 'put-204', title: 'x', kind: 'variant',
  around: (request, next) => {
    const reply = next(request)
    return request.method === 'PUT' && reply.status === 200 ? { status: 204, headers: reply.headers } : reply
  },
}
const known = await loadDeviations()
const CASES: Record<string, Deviation[]> = {
  honest: [],
  eqUser: [refusing('userName')], eqDisplay: [refusing('displayName')], eqBoth: [refusing('userName', 'displayName')],
  eqId: [refusing('id')], eqExt: [refusing('externalId')], eqEmails: [refusing('emails.value', 'emails')], eqAll: [refusing()],
  title: [requires('title')], nick: [requires('nickName')], nobody: [createNoBody], put204: [put204],
  alias: known.filter((d) => d.id === 'alias-address-added'),
}
for (const name of (process.env.CASE ?? 'honest').split(',')) {
  it(name, async () => {
    const verdicts = await tryText(CASES[name] as Deviation[])
    const all = mindedIn(verdicts)
    const lines = [...errorsIn(verdicts), ...all.map((one) => `${one.outcome} ${one.id} ${one.reason ?? ''} ${one.findings.map((f) => `\n     ${JSON.stringify(f).slice(0, 400)}`).join('')}`)]
    writeFileSync(`/tmp/mend-${name}.txt`, `${verdicts.length} verdicts, ${all.length} minded, na ${verdicts.filter((v)=>v.outcome==='not-applicable').length}\n${lines.join('\n')}\n`)
  }, 200_000)
}
