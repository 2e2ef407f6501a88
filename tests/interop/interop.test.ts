import { describeService } from './confirmed.ts'

describeService('scimmy')
