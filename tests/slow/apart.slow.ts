import { describeCombinations, describeWhatIsJudgedOnce } from '../bench/combinations.ts'

describeCombinations(true)
describeWhatIsJudgedOnce()
