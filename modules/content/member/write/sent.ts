import { useQueryClient } from '@tanstack/react-query'

/** What lists and drafts say is no longer so after something was sent. */
export function useStaleness(): () => void {
  const client = useQueryClient()
  return () => {
    void client.invalidateQueries({ queryKey: ['posts'] })
    void client.invalidateQueries({ queryKey: ['writing', 'drafts'] })
  }
}
