import { ScimError } from '#scim'
import type { Reply } from './exchange.ts'
import type { Service } from './service.ts'
import type { Stored } from './store.ts'
import { versionOf } from './view.ts'

type Headers = Readonly<Record<string, string>>

/** The header for a resource, where versions are supported. */
export function versionHeader({ settings }: Service, stored: Stored): Headers {
  return settings.features.etag ? { etag: versionOf(stored) } : {}
}

/** The answer to a GET whose client has the current state already. */
export function notModified(service: Service, stored: Stored, headers: Headers): Reply | undefined {
  const known = headers['if-none-match']
  if (!service.settings.features.etag || known === undefined || !names(known, stored)) return undefined
  return { status: 304, headers: versionHeader(service, stored) }
}

/** @throws ScimError 412 where the client had another state in mind */
export function checkVersion(service: Service, stored: Stored, headers: Headers): void {
  const wanted = headers['if-match']
  const { features, versionMismatch } = service.settings
  if (!features.etag || wanted === undefined || names(wanted, stored)) return
  throw new ScimError(
    versionMismatch,
    undefined,
    `The resource has changed: its version is ${versionOf(stored)}`,
  )
}

/** AMB-090: weak tags match, for else the examples of RFC 7644 could not work. */
function names(list: string, stored: Stored): boolean {
  const opaque = (tag: string) => tag.trim().replace(/^W\//, '')
  const own = opaque(versionOf(stored))
  return list.split(',').some((tag) => tag.trim() === '*' || opaque(tag) === own)
}
