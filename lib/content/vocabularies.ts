import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { didYouMean } from './nearest.ts'
import { type Finding, inFile, type Problem } from './problem.ts'
import { YamlFile } from './yaml-file.ts'

/** A word that front matter may use: a role, a company, a skill. */
export type Entry = { id: string; title: string }
/** `parent` is another topic; `summary` says in a sentence what belongs here. */
export type Topic = Entry & { parent?: string; summary: string }

export type Vocabularies = {
  topics: ReadonlyMap<string, Topic>
  roles: ReadonlyMap<string, Entry>
  companies: ReadonlyMap<string, Entry>
  skills: ReadonlyMap<string, Entry>
  problems: readonly Problem[]
}

const entry = { title: z.string().min(1) }
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens')
const entries = z.record(id, z.strictObject(entry))
const topicTree = z.record(
  id,
  z.strictObject({ ...entry, parent: id.optional(), summary: z.string().min(1) }),
)

export async function readVocabularies(root: string): Promise<Vocabularies> {
  const [topics, roles, companies, skills] = await Promise.all(
    ['topics', 'roles', 'companies', 'skills'].map((name) =>
      readYaml(root, `content/${name}.yaml`),
    ),
  )
  return vocabulariesFrom({ topics, roles, companies, skills } as Texts)
}

type Texts = Record<'topics' | 'roles' | 'companies' | 'skills', string>

/** From the texts of the four files, each a map from id to its entry, in the order to be shown. */
export function vocabulariesFrom(texts: Texts): Vocabularies {
  const topics = read('topics', texts.topics, topicTree, unknownParents)
  const roles = read('roles', texts.roles, entries)
  const companies = read('companies', texts.companies, entries)
  const skills = read('skills', texts.skills, entries)
  return {
    topics: topics.map as ReadonlyMap<string, Topic>,
    roles: roles.map,
    companies: companies.map,
    skills: skills.map,
    problems: [topics, roles, companies, skills].flatMap((each) => each.problems),
  }
}

function read<T extends { title: string }>(
  name: string,
  text: string,
  schema: z.ZodType<Record<string, T>>,
  check: (map: ReadonlyMap<string, T>, yaml: YamlFile) => Finding[] = () => [],
) {
  // An empty file is an empty list.
  const yaml = new YamlFile(text.trim() === '' ? '{}' : text)
  const { value, findings } = yaml.check(schema)
  const map = new Map(Object.entries(value ?? {}).map(([key, each]) => [key, { id: key, ...each }]))
  return { map, problems: inFile(`content/${name}.yaml`, [...findings, ...check(map, yaml)]) }
}

function unknownParents(
  topics: ReadonlyMap<string, { parent?: string | undefined }>,
  yaml: YamlFile,
): Finding[] {
  return [...topics].flatMap(([topic, { parent }]): Finding[] => {
    if (parent === undefined) return []
    const place = yaml.placeOf([topic, 'parent'])
    if (!topics.has(parent))
      return [
        {
          ...place,
          rule: 'tags/unknown-topic',
          message: `there is no topic “${parent}”`,
          ...didYouMean(parent, topics.keys()),
        },
      ]
    return isAbove(topics, topic, parent)
      ? [{ ...place, rule: 'tags/topic-circle', message: `“${topic}” is its own ancestor` }]
      : []
  })
}

function isAbove(
  topics: ReadonlyMap<string, { parent?: string | undefined }>,
  topic: string,
  from: string,
): boolean {
  const seen = new Set<string>()
  for (let at: string | undefined = from; at !== undefined && !seen.has(at);) {
    if (at === topic) return true
    seen.add(at)
    at = topics.get(at)?.parent
  }
  return false
}

async function readYaml(root: string, path: string): Promise<string> {
  return readFile(join(root, path), 'utf8').catch(() => '')
}
