import type { Metadata } from 'next'
import { CompanyPage } from '#app/companies/company-page.tsx'
import { companyRoles, titleOf } from '#lib/content/encounters.ts'

/** Only companies with a sourced encounter have a page. */
export const dynamicParams = false

export async function generateStaticParams() {
  const ids = new Set((await companyRoles()).map(({ company }) => company))
  return [...ids].map((company) => ({ company }))
}

export async function generateMetadata({
  params,
}: PageProps<'/companies/[company]'>): Promise<Metadata> {
  const name = await titleOf('companies', (await params).company)
  return {
    title: `Interview questions asked at ${name}`,
    description: `Data science and machine learning questions reported from interviews at ${name}, each with its source.`,
  }
}

export default async function Page({ params }: PageProps<'/companies/[company]'>) {
  return <CompanyPage company={(await params).company} />
}
