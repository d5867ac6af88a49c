import { ClaimInput } from './claim-input.tsx'
import { Exhibit } from './exhibit.tsx'
import { FillInput } from './fill-input.tsx'
import { MatchingInput } from './matching-input.tsx'
import { OrderingInput } from './ordering-input.tsx'
import { PlotInput } from './plot-input.tsx'
import { rare } from './rare.ts'
import { SpotInput } from './spot-input.tsx'

/** What few pages have: imported for its effect, statically or when such a page needs it. */
Object.assign(rare, {
  ClaimInput,
  Exhibit,
  FillInput,
  MatchingInput,
  OrderingInput,
  PlotInput,
  SpotInput,
})
