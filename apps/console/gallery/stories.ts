import type { Story, StoryFile } from '#ui/console/story/story.ts'

const files = import.meta.glob<{ default: StoryFile }>([
  '../../../modules/*/console/**/*.story.tsx',
  '../../../ui/console/**/*.story.tsx',
  '../**/*.story.tsx',
])

export interface PlacedStory {
  /** `members/list` */
  readonly id: string
  readonly group: string
  readonly story: Story
}

export async function loadStories(): Promise<{
  files: readonly StoryFile[]
  stories: readonly PlacedStory[]
}> {
  const loaded = (await Promise.all(Object.values(files).map((load) => load()))).map((file) => file.default)
  const sorted = loaded.toSorted((a, b) => a.group.localeCompare(b.group))
  return {
    files: sorted,
    stories: sorted.flatMap((file) =>
      file.stories.map((story) => ({ id: `${file.group}/${story.name}`, group: file.group, story })),
    ),
  }
}
