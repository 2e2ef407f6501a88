import type { FilterOracle } from './tricky-filters.ts'

/** Tricky filters that a library is known to get wrong, or to read differently, for one reason; with what it says. */
interface TrickyErrors {
  readonly reason: string
  /** Filter to ids; an id with a question mark where the library breaks down over that resource. */
  readonly said: Readonly<Record<string, string>>
}

/** The same versions say the same, so an entry that is no longer true fails its test. */
export const trickyErrors: Record<FilterOracle, readonly TrickyErrors[]> = {
  scimmy: [
    {
      reason: 'negates the members of a group without swapping "and" and "or"',
      said: {
        'not (userName eq "bob" and active eq true)': '3',
        'not (userName eq "bob" or active eq true)': '0123',
      },
    },
    {
      reason: 'refuses parentheses inside parentheses',
      said: {
        'not (not (title pr))': 'refused',
        '((userName eq "ann"))': 'refused',
        '(((title eq "chief")) and (active eq true))': 'refused',
      },
    },
    {
      reason: 'takes what is no filter',
      said: {
        'not title pr': '1',
        'emails[]': '0123',
        'displayName eq "a\\qb"': '',
        'userName eq ann': '0',
        'active eq True': '1',
        'title eq NULL': '1',
        'age eq 03': '0',
        'userName pr "x"': '0123',
        'userName eq': '',
        'userName eq "ann" and': '0',
        'userName eq "ann" and or title pr': '023',
        '()': '0123',
        '1abc eq "x"': '',
        'userName.x.y eq "a"': '0?1?2?3?',
      },
    },
    {
      reason: 'compares with or without regard to case whatever the attribute',
      said: {
        'userName eq "ANN"': '',
        'displayName co "BERG"': '',
      },
    },
    {
      reason: 'breaks down over a sub-attribute where the parent has no value',
      said: {
        'emails[type eq "work" and value co "home"]': '3?',
        'emails[type eq "home" and value co "ann"]': '03?',
        'emails.type eq "work" and emails.value co "home"': '3?',
        'emails.type eq "home"': '013?',
        'emails.type ne "home"': '023?',
        'emails[not (type eq "home")]': '023?',
        'not (emails[type eq "work"])': '023?',
        'emails[type eq "work"] and active eq true': '023?',
        'name.familyName eq "a and b"': '12?',
        'emails[(type eq "work" or type eq "x") and primary eq true]': '3?',
        'emails[type eq "work" or type eq "home" and primary eq true]': '0123?',
        'name.familyName eq "a and b" and active eq false': '12?',
        'emails.primary eq false': '03?',
        'emails[primary ne true]': '023?',
      },
    },
    {
      reason: 'breaks down over a multi-valued complex attribute without sub-attribute',
      said: {
        'emails eq "ann@work.test"': '0?1?2?',
        'emails co "home"': '0?1?2?',
        'emails pr': '0?1?2?',
      },
    },
    {
      reason: 'does not know the URN of a schema, or not in any letter case',
      said: {
        'urn:ietf:params:scim:schemas:core:2.0:User:userName eq "ann"': '',
        'urn:ietf:params:scim:schemas:core:2.0:User:name.familyName eq "berg"': '0?1?2?3?',
        'URN:IETF:PARAMS:SCIM:SCHEMAS:CORE:2.0:USER:username eq "ann"': '',
        'urn:ietf:params:scim:schemas:core:2.0:User:emails[type eq "work"]': '0?1?2?3?',
        'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department eq "it"': '',
        'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value eq "1"': '0?1?2?3?',
      },
    },
    {
      reason: 'does not read strings as JSON',
      said: {
        'userName eq "x\\"y\\\\z"': 'refused',
        'userName eq "\\u0061nn"': '',
      },
    },
    {
      reason: 'orders booleans',
      said: {
        'active gt false': '02',
      },
    },
  ],
  'scim2-parse-filter': [
    {
      reason: 'takes what is no filter',
      said: {
        'not title pr': '1',
        'emails[emails[type eq "work"]]': '',
        '1abc eq "x"': '',
        'userName.x.y eq "a"': '',
      },
    },
    {
      reason: 'compares with or without regard to case whatever the attribute',
      said: {
        'userName eq "ANN"': '',
        'displayName co "BERG"': '',
      },
    },
    {
      reason: 'conditions in brackets may hold on different elements',
      said: {
        'emails[type eq "work" and value co "home"]': '0',
        'emails[not (type eq "home")]': '2',
      },
    },
    {
      reason: '"ne" is false where there is no value',
      said: {
        'emails.type ne "home"': '02',
        'title ne "chief"': '2',
        'nosuch ne "x"': '',
      },
    },
    {
      reason: 'does not compare the "value" of a multi-valued complex attribute',
      said: {
        'emails eq "ann@work.test"': '',
        'emails co "home"': '',
      },
    },
    {
      reason: 'does not know the URN of a schema, or not in any letter case',
      said: {
        'urn:ietf:params:scim:schemas:core:2.0:User:userName eq "ann"': '',
        'urn:ietf:params:scim:schemas:core:2.0:User:name.familyName eq "berg"': '',
        'URN:IETF:PARAMS:SCIM:SCHEMAS:CORE:2.0:USER:username eq "ann"': '',
        'urn:ietf:params:scim:schemas:core:2.0:User:emails[type eq "work"]': '',
      },
    },
    {
      reason: 'does not read strings as JSON',
      said: {
        'userName eq "x\\"y\\\\z"': '',
        'userName eq "\\u0061nn"': '',
        'displayName eq "a\\qb"': '',
      },
    },
    {
      reason: 'orders booleans',
      said: {
        'active gt false': '02',
      },
    },
    {
      reason: '"eq null" is false where there is no value',
      said: {
        'title eq null': '',
      },
    },
    {
      reason: 'an absent "primary" does not count as false',
      said: {
        'emails.primary eq false': '0',
        'emails[primary ne true]': '0',
      },
    },
  ],
  'scim-query-filter-parser': [
    {
      reason: 'refuses "not"',
      said: {
        'not (userName eq "bob") and active eq true': 'refused',
        'not (userName eq "bob" and active eq true)': 'refused',
        'not (userName eq "bob" or active eq true)': 'refused',
        'userName eq "bob" and not (active eq true)': 'refused',
        'not (not (title pr))': 'refused',
        'not (title pr)': 'refused',
        'NOT (title pr)': 'refused',
        'not(title pr)': 'refused',
        'emails[not (type eq "home")]': 'refused',
        'not (emails[type eq "work"])': 'refused',
      },
    },
    {
      reason: 'compares with or without regard to case whatever the attribute',
      said: {
        'externalId eq "E0"': '0',
        'displayName co "BERG"': '',
      },
    },
    {
      reason: '"ne" is false where there is no value',
      said: {
        'emails.type ne "home"': '02',
        'title ne "chief"': '2',
        'nosuch ne "x"': '',
      },
    },
    {
      reason: 'takes what is no filter',
      said: {
        'emails[emails[type eq "work"]]': '',
        'userName.x.y eq "a"': '',
      },
    },
    {
      reason: 'does not know the URN of a schema, or not in any letter case',
      said: {
        'urn:ietf:params:scim:schemas:core:2.0:User:userName eq "ann"': 'refused',
        'urn:ietf:params:scim:schemas:core:2.0:User:name.familyName eq "berg"': 'refused',
        'URN:IETF:PARAMS:SCIM:SCHEMAS:CORE:2.0:USER:username eq "ann"': 'refused',
        'urn:ietf:params:scim:schemas:core:2.0:User:emails[type eq "work"]': 'refused',
        'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department eq "it"': 'refused',
        'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value eq "1"': 'refused',
      },
    },
    {
      reason: 'orders booleans',
      said: {
        'active gt false': '02',
      },
    },
    {
      reason: '"eq null" is false where there is no value',
      said: {
        'title eq null': '',
      },
    },
    {
      reason: 'an absent "primary" does not count as false',
      said: {
        'emails.primary eq false': '0',
        'emails[primary ne true]': '0',
      },
    },
  ],
}
