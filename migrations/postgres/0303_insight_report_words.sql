-- Reports keep which posts were liked best and which annotations stood there, and ask for their words when they are
-- shown. Of reports made before, the words cannot be traced back to what may be gone by now: these parts go.
update report_section s
   set body = jsonb_set(s.body, '{parts}', coalesce((
         select jsonb_agg(p.part order by p.place) from jsonb_array_elements(s.body -> 'parts') with ordinality as p (part, place)
          where not (s.name = 'content' and p.part ->> 'kind' = 'table') and s.name <> 'annotations'), '[]'))
 where s.name in ('content', 'annotations');
