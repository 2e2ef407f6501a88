/** Deviations that only load or a race shows, with the check that sees each. */
export const CAUGHT: Readonly<Record<string, string>> = {
  'create-race-of-many-crashes': 'load/equal-creates-make-one',
  'create-race-of-many-makes-two': 'load/equal-creates-make-one',
  'members-lost-in-a-burst': 'load/joins-and-leaves-lose-nobody',
  'if-match-lost-in-a-burst': 'load/one-of-many-writers-wins',
  'patch-half-done-for-readers': 'load/readers-see-whole-changes',
  'walk-breaks-while-others-write': 'load/pages-hold-while-others-write',
  'list-follows-changes': 'load/pages-hold-while-others-write',
  'lookup-sees-a-hundred-users': 'load/lookup-among-many',
  'pages-end-at-a-hundred': 'load/walk-of-many',
  'members-cut-at-100': 'load/large-group',
  'members-beyond-a-hundred-refused': 'load/large-group',
  'one-member-more-takes-long': 'load/large-group',
  'group-lookup-loads-all-members': 'load/large-group',
  'every-tenth-change-is-lost': 'load/rate-of-an-identity-provider',
}
