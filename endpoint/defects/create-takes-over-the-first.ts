import { defect } from '../deviation.ts'
import { takingOver } from '../take-over.ts'

export default defect({
  id: 'create-takes-over-the-first',
  title: 'A create with a taken userName overwrites the one who has it and answers 201',
  breaks: ['RFC7644-3.3-10', 'RFC7643-4.1.1-02'],
  because: 'itsaplan: POST is an upsert (croffasia/itsaplan#250)',
  around: takingOver(() => true),
})
