import styles from './prose.module.css'
import codeStyles from './code.module.css'

/* The one file that sets HTML: MathML and coloured code that the compiler made of checked content.
   As one string it travels once; as elements it would travel twice. */

type MathsProps = { html: string; block?: true; wide?: true }

/** A formula. A displayed one scrolls in its own box; a wide one can be reached by keyboard. */
export function Maths({ html, block, wide }: MathsProps) {
  const inner = { __html: html }
  if (!block) return <span className={styles.maths} dangerouslySetInnerHTML={inner} />
  return (
    <div
      className={styles.formula}
      {...(wide && { tabIndex: 0, role: 'group', 'aria-label': 'Formula' })}
      dangerouslySetInnerHTML={inner}
    />
  )
}

type CodeProps = { html: string; lang?: string; wide?: true }

export function Code({ html, lang, wide }: CodeProps) {
  return (
    <pre
      className={codeStyles.code}
      {...(wide && { tabIndex: 0, role: 'group', 'aria-label': lang ? `Code, ${lang}` : 'Code' })}
    >
      <code dangerouslySetInnerHTML={{ __html: html }} />
    </pre>
  )
}
