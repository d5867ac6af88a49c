import { Symbols } from '#app/_figure/symbols.tsx'
import type { Feedback, ItemResponse } from '#lib/quiz/kinds/item.ts'
import { type AskedPredict, compared } from '#lib/quiz/kinds/predict.ts'
import styles from './predict-form.module.css'

/** What was predicted beside what happened, and why. Without a prediction, the way to make one. */
export function Prediction({
  item,
  response,
  feedback,
  onReopen,
}: {
  item: AskedPredict
  response: ItemResponse | undefined
  feedback: Feedback | undefined
  onReopen: () => void
}) {
  return (
    <div className={styles.after}>
      <div role="status">
        {response !== undefined && (
          <p className={styles.compared}>
            <Symbols
              text={
                feedback === undefined
                  ? 'Being compared. Your prediction is kept on this device until the server has it.'
                  : compared(item, response, feedback)
              }
            />
          </p>
        )}
      </div>
      {feedback !== undefined && (
        <details>
          <summary>Why?</summary>
          <p>
            <Symbols text={feedback.why} />
          </p>
        </details>
      )}
      <button type="button" className="link-button" onClick={onReopen}>
        {response === undefined ? 'Predict first' : 'Predict again'}
      </button>
    </div>
  )
}
