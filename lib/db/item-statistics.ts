import 'server-only'
import { db } from './client.ts'

/** Of every reader's first attempt at one item. */
export type ItemRow = {
  itemId: string
  questionId: string
  kind: string
  n: number
  /** mean score in [0, 1]; null where nothing is graded */
  share: number | null
  /** correlation of the score with the reader's mean score elsewhere, in [−1, 1]; null if it is undefined */
  discrimination: number | null
  /** how many readers that correlation is over */
  compared: number
  /** milliseconds, of those that were measured; null without one */
  medianMs: number | null
}

/**
 * First attempts, by item: later ones have seen the answer. The rest score of a reader is the mean of their
 * first attempts at all other items. A score counts that this site has given; not one that a file claims, nor
 * that there was an attempt, or how long it took, at a version that this site has never had.
 */
export function itemRows(): Promise<ItemRow[]> {
  return db().$queryRaw<ItemRow[]>`
    with firsts as (
      select distinct on (user_id, item_id) user_id, item_id, question_id, kind, score_low, elapsed_ms
      from attempts where kind <> 'rubric' and (grader = 'server' or score_low is null)
        and content_hash not in (select hash from content_versions where question ? 'isUnknown')
      order by user_id, item_id, received_at, id
    ), rested as (
      select *, (sum(score_low) over mine - score_low) / nullif(count(score_low) over mine - 1, 0) as rest
      from firsts window mine as (partition by user_id)
    )
    select item_id as "itemId", question_id as "questionId", kind, count(*)::int as n,
      avg(score_low) as share, corr(score_low, rest) as discrimination,
      count(score_low + rest)::int as compared,
      percentile_cont(0.5) within group (order by elapsed_ms) filter (where elapsed_ms > 0) as "medianMs"
    from rested group by item_id, question_id, kind
    order by question_id, item_id`
}

/** A response that was given to an item on a first attempt, and how often. Options one by one. */
export type ChosenRow = { itemId: string; chosen: string; times: number }

export function chosenRows(): Promise<ChosenRow[]> {
  return db().$queryRaw<ChosenRow[]>`
    with firsts as (
      select distinct on (user_id, item_id) item_id, response, score_low
      from attempts where kind in ('single', 'multiple', 'numeric', 'fill', 'spot') and grader = 'server'
      order by user_id, item_id, received_at, id
    )
    select item_id as "itemId", chosen, count(*)::int as times
    from firsts, jsonb_array_elements_text(
      case jsonb_typeof(response) when 'array' then response else jsonb_build_array(response) end
    ) as chosen
    where score_low < 1
    group by item_id, chosen
    order by item_id, times desc, chosen`
}
