import type { ScimRequest } from '#scim'
import { createDirectory } from '../../simulator/directory/directory.ts'
import { uploadsFor } from '../../simulator/inbound/bulk-upload.ts'

/** An HR system that uploads two joiners, and one of them as a leaver: for a provider whose target is not ours. */
export function inboundRequests(): ScimRequest[] {
  const person = (
    givenName: string,
    familyName: string,
    local: string,
    number: string,
    department: string,
  ) => ({
    userName: `${local}@test.kommune.example`,
    displayName: `${givenName} ${familyName}`,
    'name.givenName': givenName,
    'name.familyName': familyName,
    'emails.work': `${local}@test.kommune.example`,
    'enterprise.employeeNumber': number,
    'enterprise.department': department,
  })
  const directory = createDirectory(
    new Map([
      ['kari', person('Kari', 'Nordmann', 'kari.nordmann', '100234', 'Oppvekst')],
      ['per', person('Per', 'Åsen', 'per.asen', '100412', 'Helse')],
      ['ola', person('Ola', 'Hansen', 'ola.hansen', '100017', 'Oppvekst')],
    ]),
    new Map(),
  )
  for (const key of ['kari', 'per', 'ola']) directory.happen({ kind: 'hire', person: key })
  for (const key of ['kari', 'per']) directory.happen({ kind: 'manager', person: key, manager: 'ola' })
  const job = {
    servicePrincipal: '95c1e7f4-2a3b-4d5c-8e6f-7a8b9c0d1e2f',
    job: 'API2AAD.2f0c9a517e3d4b688c149d5e6f7a8b99.95c1e7f4-2a3b-4d5c-8e6f-7a8b9c0d1e2f',
    seed: 'golden',
  }
  const upload = (...keys: string[]) =>
    uploadsFor(
      keys.flatMap((key) => directory.people.get(key) ?? []),
      directory,
      job,
    )
  const joiners = upload('kari', 'per')
  directory.happen({ kind: 'leave', person: 'kari' })
  return [...joiners, ...upload('kari')]
}
