import { boxOf, insideOf, short } from '#app/_figure/layout.ts'
import { BottomAxis, Plot, SideAxis } from '#app/_figure/plot.tsx'
import { linear, log, polyline, roundTicks, type Scale } from '#app/_figure/scale.ts'
import type {
  ChartExhibit,
  Exhibit as Shown,
  Panel,
  TableExhibit,
} from '#lib/quiz/kinds/exhibit.ts'
import styles from './exhibit.module.css'

/** The table or the drawing that an item asks about. */
export function Exhibit({ exhibit }: { exhibit: Shown }) {
  return exhibit.type === 'table' ? <Table {...exhibit} /> : <Chart {...exhibit} />
}

function Table({ caption, head, rows }: Pick<TableExhibit, 'caption' | 'head' | 'rows'>) {
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className="small dim">{caption}</caption>
        <thead>
          <tr>
            {head.map((cell, i) => (
              // a table does not change: the place is its own name
              <th key={i} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells], i) => (
            <tr key={i}>
              <th scope="row">{name}</th>
              {cells.map((cell, j) => (
                <td key={j}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Chart(chart: ChartExhibit) {
  const { caption, panels } = chart
  const scales = scalesOf(chart)
  return (
    <figure className={styles.chart}>
      <figcaption className="small dim">{caption}</figcaption>
      <div className={styles.panels} data-panels={panels.length}>
        {panels.map((panel) => (
          <div key={panel.label}>
            {panel.label !== '' && <p className={styles.name}>{panel.label}</p>}
            <PanelPlot {...{ panel, chart, scales }} />
          </div>
        ))}
      </div>
      <details className={styles.numbers}>
        <summary>The numbers drawn</summary>
        {panels.map((panel) => (
          <Table key={panel.label} {...tableOf(chart, panel)} />
        ))}
      </details>
    </figure>
  )
}

const box = boxOf(300, 0.72, { left: 34, right: 30, top: 6, bottom: 42 })
const [w, h] = insideOf(box)

type Scales = { x: Scale; y: Scale; xTicks: number[]; yTicks: number[] }

function PanelPlot({
  panel,
  chart,
  scales,
}: {
  panel: Panel
  chart: ChartExhibit
  scales: Scales
}) {
  const { x, y, xTicks, yTicks } = scales
  return (
    <Plot
      box={box}
      label={`${panel.label === '' ? '' : `Panel ${panel.label}: `}${chart.y.label} against ${chart.x.label}. The numbers are in the table.`}
      around={
        <>
          <SideAxis
            at={-6}
            side="left"
            ticks={yTicks.map((value) => ({ at: y(value), text: signed(value) }))}
          />
          <BottomAxis
            box={box}
            marks
            ticks={xTicks.map((value) => ({ at: x(value), text: signed(value) }))}
          >
            {chart.x.label}
            {chart.x.log === true ? ', log scale' : ''}
          </BottomAxis>
        </>
      }
    >
      {yTicks.map((value) => (
        <path key={value} className={styles.grid} d={`M0,${short(y(value))}H${w}`} />
      ))}
      {panel.bars && (
        <path
          className={styles.bars}
          d={panel.bars
            .map(([at, low, high]) => `M${short(x(at))},${short(y(low))}V${short(y(high))}`)
            .join('')}
        />
      )}
      {panel.lines.map(({ label, points }) => (
        <path
          key={label}
          className={styles.line}
          d={polyline(points.map(([at, value]) => [x(at), y(value)] as const))}
        />
      ))}
      {panel.bars &&
        panel.lines.flatMap(({ points }) =>
          points.map(([at, value]) => (
            <circle key={at} className={styles.dot} cx={short(x(at))} cy={short(y(value))} r={3} />
          )),
        )}
    </Plot>
  )
}

/** The same for all panels, so that they can be compared. */
function scalesOf({ x, panels }: ChartExhibit): Scales {
  const points = panels.flatMap(({ lines, bars = [] }) => [
    ...lines.flatMap((line) => line.points),
    ...bars.flatMap(([at, low, high]): [number, number][] => [
      [at, low],
      [at, high],
    ]),
  ])
  const xs = points.map(([at]) => at)
  const ys = points.map(([, value]) => value)
  const [from, to] = [Math.min(...xs), Math.max(...xs)]
  const yTicks = roundTicks([Math.min(...ys), Math.max(...ys)], 5)
  const xTicks = x.ticks ?? roundTicks([from, to], 4).filter((at) => at >= from && at <= to)
  const room = 8 // the first and the last mark are not cut
  return {
    x: (x.log === true ? log : linear)([from, to], [room, w - room]),
    y: linear([yTicks[0]!, yTicks.at(-1)!], [h, 0]),
    xTicks,
    yTicks,
  }
}

/** At most a dozen places along x; a bar counts as what it adds to its point. */
function tableOf({ x, y }: ChartExhibit, { label, lines, bars }: Panel) {
  const all = lines[0]?.points ?? []
  const step = Math.ceil(all.length / 12)
  const places = all.flatMap((_, i) => (i % step === 0 ? [i] : []))
  return {
    caption: label === '' ? y.label : `Panel ${label}: ${y.label}`,
    head: [x.label, ...lines.map((line) => line.label), ...(bars ? ['± standard error'] : [])],
    rows: places.map((i) => [
      signed(all[i]![0]),
      ...lines.map(({ points }) => signed(points[i]![1])),
      ...(bars ? [signed((bars[i]![2] - bars[i]![1]) / 2)] : []),
    ]),
  }
}

function signed(value: number): string {
  return String(Number(value.toPrecision(3))).replace('-', '−')
}
