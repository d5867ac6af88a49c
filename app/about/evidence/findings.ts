/** A rule of the site and what it rests on. Only what its sources say themselves. */
export type Found = {
  id: string
  title: string
  rule: string
  found: string
  limit: string
  sources: { text: string; doi?: string }[]
}

export const findings: Found[] = [
  {
    id: 'retrieval',
    title: 'Answer first',
    rule: 'You write or say your answer before ours can be seen, and a review shows the question, not the page.',
    found:
      'Students read short prose passages and then either read them again or wrote down what they recalled, without feedback. Five minutes later those who had read again recalled more; after two days and after a week those who had recalled did. A review of ten ways to study gave its highest rating to two: practice testing and distributed practice. Rereading and highlighting were rated low.',
    limit:
      'Recalling a passage is not reasoning aloud at a whiteboard. Where a first attempt fails and nothing corrects it, there is little to gain: hence the rubric directly after the answer.',
    sources: [
      {
        text: 'Roediger & Karpicke (2006). Test-enhanced learning. Psychological Science 17(3), 249–255.',
        doi: '10.1111/j.1467-9280.2006.01693.x',
      },
      {
        text: 'Dunlosky, Rawson, Marsh, Nathan & Willingham (2013). Improving students’ learning with effective learning techniques. Psychological Science in the Public Interest 14(1), 4–58.',
        doi: '10.1177/1529100612453266',
      },
    ],
  },
  {
    id: 'spacing',
    title: 'Come back later, then later still',
    rule: 'What you graded comes back after growing intervals, and sooner if you give the day of an interview.',
    found:
      'Over some hundreds of comparisons, sessions that lie apart beat the same time spent in one piece. With over 1,350 learners of obscure facts, the best gap between two sessions grew with the delay until the test, while its share of that delay fell: about 20 to 40 % of a week, 5 to 10 % of a year.',
    limit:
      'The second study has one gap and one test; a schedule of many reviews is an extrapolation. Both are about verbal material. Neither says that 90 % recall is the right moment: that is the default of the scheduler.',
    sources: [
      {
        text: 'Cepeda, Pashler, Vul, Wixted & Rohrer (2006). Distributed practice in verbal recall tasks: a review and quantitative synthesis. Psychological Bulletin 132(3), 354–380.',
        doi: '10.1037/0033-2909.132.3.354',
      },
      {
        text: 'Cepeda, Vul, Rohrer, Wixted & Pashler (2008). Spacing effects in learning: a temporal ridgeline of optimal retention. Psychological Science 19(11), 1095–1102.',
        doi: '10.1111/j.1467-9280.2008.02209.x',
      },
    ],
  },
  {
    id: 'fsrs',
    title: 'Dates from a model of memory',
    rule: 'Dates are those of FSRS, which keeps a difficulty and a stability for each card.',
    found:
      'A model of memory was fitted to the review logs of a language-learning application, and dates were chosen to reach a wanted stability at the least cost in reviews; in simulation this did better than the schedules it was compared with. FSRS is open software in the line of that work; its default weights were fitted to many people’s flash cards.',
    limit:
      'A question with fourteen key points is no flash card, and your memory is not the average of others. The dates are a sensible start; you may override any of them.',
    sources: [
      {
        text: 'Ye, Su & Cao (2022). A stochastic shortest path algorithm for optimizing spaced repetition scheduling. KDD ’22, 4381–4390.',
        doi: '10.1145/3534678.3539081',
      },
    ],
  },
  {
    id: 'prediction',
    title: 'Predict, then move the figure',
    rule: 'A figure asks what will happen before it can be moved; skipping is allowed, and a wrong prediction costs nothing.',
    found:
      'Students who tried to answer questions about a text before reading it, and mostly failed, later knew more of what had been asked than students who had the same time to study instead.',
    limit:
      'The gain was for what the questions asked about. The texts were read, not manipulated: that a prediction does the same for a moving figure is our inference.',
    sources: [
      {
        text: 'Richland, Kornell & Kao (2009). The pretesting effect: do unsuccessful retrieval attempts enhance learning? Journal of Experimental Psychology: Applied 15(3), 243–257.',
        doi: '10.1037/a0016496',
      },
    ],
  },
  {
    id: 'confidence',
    title: 'How sure are you?',
    rule: 'Mock interviews and predictions ask for your confidence, and a report begins with what you were sure of and had wrong.',
    found:
      'On questions of general knowledge, errors made with high confidence were more often corrected on a later test, once people had been told the answer, than errors made with low confidence. A week later that still held; but where the right answer had been forgotten, the confident error was likely to return.',
    limit:
      'The correction needs the right answer to be shown, and to be met again: that is why such a question is put into your reviews. That asking for confidence by itself improves anything is not what these studies tested.',
    sources: [
      {
        text: 'Butterfield & Metcalfe (2001). Errors committed with high confidence are hypercorrected. Journal of Experimental Psychology: Learning, Memory, and Cognition 27(6), 1491–1494.',
        doi: '10.1037/0278-7393.27.6.1491',
      },
      {
        text: 'Butler, Fazio & Marsh (2011). The hypercorrection effect persists over a week, but high-confidence errors return. Psychonomic Bulletin & Review 18, 1238–1244.',
        doi: '10.3758/s13423-011-0173-y',
      },
    ],
  },
  {
    id: 'refutation',
    title: 'Name the misconception, then refute it',
    rule: 'A misconception is stated as somebody would defend it, denied, and disproved in a figure that opens in the state which disproves it.',
    found:
      'A review of two decades of studies in science education: texts that state a misconception and refute it changed more minds than texts that only explain what is right.',
    limit:
      'The studies are of pupils and students who read about physics or biology. A figure in place of the refuting sentence is our inference.',
    sources: [
      {
        text: 'Tippett (2010). Refutation text in science education: a review of two decades of research. International Journal of Science and Mathematics Education 8(6), 951–970.',
        doi: '10.1007/s10763-010-9203-x',
      },
    ],
  },
  {
    id: 'difficulty',
    title: 'Harder now, easier later',
    rule: 'No hints while you answer, no score for having read, no streak; cards come back when recalling them takes effort.',
    found:
      'Conditions that make practice look worse, such as spacing, testing and variation, often make what is kept better; how fluent something feels during practice is a poor guide to what will be remembered.',
    limit:
      'A difficulty is only desirable if it can be overcome. Where a question is beyond reach, its prerequisites are the better use of an evening.',
    sources: [
      {
        text: 'Bjork (1994). Memory and metamemory considerations in the training of human beings. In Metcalfe & Shimamura (eds), Metacognition: Knowing about knowing, 185–205. MIT Press.',
      },
    ],
  },
  {
    id: 'items',
    title: 'Few options, each with a reason',
    rule: 'Choices mostly have three options, alike in length and form, and each says why it is right or which mistake it is.',
    found:
      'Guidelines collected from textbooks and studies of item writing ask for plausible wrong options, one idea an item, and no “all of the above”. Over eighty years of studies, three options were found to be enough: a fourth seldom attracts anybody.',
    limit:
      'These results are about tests that measure. A test that teaches also needs its reasons, and how long those should be nobody has settled.',
    sources: [
      {
        text: 'Haladyna, Downing & Rodriguez (2002). A review of multiple-choice item-writing guidelines for classroom assessment. Applied Measurement in Education 15(3), 309–333.',
        doi: '10.1207/S15324818AME1503_5',
      },
      {
        text: 'Rodriguez (2005). Three options are optimal for multiple-choice items: a meta-analysis of 80 years of research. Educational Measurement: Issues and Practice 24(2), 3–13.',
        doi: '10.1111/j.1745-3992.2005.00006.x',
      },
    ],
  },
]
