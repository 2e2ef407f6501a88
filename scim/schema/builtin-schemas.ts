import { enterpriseUserSchema } from './enterprise-user.ts'
import { fiksPersonSchema } from './fiks-person.ts'
import { groupSchema } from './group.ts'
import type { Schema } from './model.ts'
import { resourceTypeSchema } from './resource-type.ts'
import { schemaSchema } from './schema-schema.ts'
import { serviceProviderConfigSchema } from './service-provider-config.ts'
import { userSchema } from './user.ts'

/** Every schema the kernel knows without asking anybody; without the common attributes of RFC 7643 section 3.1. */
export const builtinSchemas: readonly Schema[] = [
  userSchema,
  groupSchema,
  enterpriseUserSchema,
  fiksPersonSchema,
  serviceProviderConfigSchema,
  resourceTypeSchema,
  schemaSchema,
]
