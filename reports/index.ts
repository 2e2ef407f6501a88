export { type Act, actsOf, type Row, type SyncEnd } from './acts.ts'
export { type AllureAttachment, type AllureResult, allureResult, HTTP_EXCHANGE } from './allure.ts'
export { type ConsoleOptions, progressLine, renderConsole } from './console.ts'
export { countsText, type Headline, headline } from './headline.ts'
export { renderHtml } from './html.ts'
export { renderJunit } from './junit.ts'
export {
  buildReport,
  REPORT_VERSION,
  type Report,
  type ReportExchange,
  type ReportRehearsal,
  type ReportRequirement,
  type ReportStep,
  type ReportVerdict,
} from './model.ts'
export { type Names, namesOf, sendsText, shortPath } from './sends.ts'
export { DEFAULT_NAMES, type ReportNames, writeReports } from './write.ts'
