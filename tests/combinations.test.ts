import { describeCombinations } from './bench/combinations.ts'

describeCombinations(false)
