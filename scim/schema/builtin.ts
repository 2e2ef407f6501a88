import { URN } from '../message/index.ts'
import { buildModel } from './build-model.ts'
import { builtinSchemas } from './builtin-schemas.ts'
import type { ResourceModel, ResourceType } from './model.ts'

/** A resource type whose extensions are all optional. */
function resourceType(name: string, endpoint: string, schema: string, extensions: readonly string[] = []) {
  return {
    name,
    endpoint,
    schema,
    schemaExtensions: extensions.map((urn) => ({ schema: urn, required: false })),
  } satisfies ResourceType
}

/**
 * The User of RFC 7643 with the extensions of the given URNs, all optional; an extension that is not among `builtinSchemas`
 * has no attributes known and takes any.
 */
export function userModel(extensions: readonly string[] = [URN.enterpriseUser]): ResourceModel {
  return buildModel(resourceType('User', '/Users', URN.user, extensions), builtinSchemas)
}

const models = {
  User: userModel(),
  Group: buildModel(resourceType('Group', '/Groups', URN.group), builtinSchemas),
}

const discovery = {
  ServiceProviderConfig: buildModel(
    resourceType('ServiceProviderConfig', '/ServiceProviderConfig', URN.serviceProviderConfig),
    builtinSchemas,
  ),
  ResourceType: buildModel(resourceType('ResourceType', '/ResourceTypes', URN.resourceType), builtinSchemas),
  Schema: buildModel(resourceType('Schema', '/Schemas', URN.schema), builtinSchemas),
}

/** User (with EnterpriseUser, optional) and Group as RFC 7643 has them. The same objects each time. */
export function builtinModels(): Readonly<Record<'User' | 'Group', ResourceModel>> {
  return models
}

/** What the three discovery endpoints serve, as RFC 7643 sections 5 to 7 and RFC 9865 have it. */
export function discoveryModels(): Readonly<
  Record<'ServiceProviderConfig' | 'ResourceType' | 'Schema', ResourceModel>
> {
  return discovery
}
