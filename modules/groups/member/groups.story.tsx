import { defineStories, fails, pending } from '#ui/console/story/story.ts'
import { ago, strangerSession } from '#ui/member/story-data.ts'
import {
  announcements,
  course,
  directory,
  fellows,
  firstSteps,
  newcomers,
  own,
  page,
  rules,
  strangerPage,
  trouble,
} from './story-groups.ts'
import { admission, steps } from './story-joining.ts'

const group = '/groups/pour-over'
const empty = { items: [], next: null }
const newYou = { ...page.you, tier: null, number: 1_283, introduction: '', joinedAt: ago(3), newcomer: true }

export default defineStories({
  group: 'groups',
  answers: {
    'GET /api/member/groups': { items: own },
    'GET /api/site/groups': { items: directory, next: null },
    'GET /api/site/groups/{slug}': page,
    'GET /api/site/groups/{slug}/course': course,
    'GET /api/site/groups/{slug}/announcements': announcements,
    'GET /api/site/groups/{slug}/newcomers': newcomers,
    'GET /api/site/groups/{slug}/members': fellows,
    'GET /api/site/groups/{slug}/first-steps': firstSteps,
    'GET /api/site/groups/{slug}/admission': admission,
  },
  stories: [
    { name: 'list', path: '/groups' },
    {
      name: 'list-stranger',
      path: '/groups',
      answers: { 'GET /api/session': strangerSession },
    },
    {
      name: 'list-empty',
      path: '/groups',
      answers: { 'GET /api/member/groups': { items: [] }, 'GET /api/site/groups': empty },
    },
    { name: 'page', path: group },
    {
      name: 'page-newcomer',
      path: group,
      answers: {
        'GET /api/site/groups/{slug}': { ...page, you: newYou },
        'GET /api/site/groups/{slug}/course': { ...course, tier: null },
      },
    },
    {
      name: 'page-stranger',
      path: group,
      answers: { 'GET /api/session': strangerSession, 'GET /api/site/groups/{slug}': strangerPage },
    },
    {
      name: 'page-quiet',
      path: group,
      answers: {
        'GET /api/site/groups/{slug}': {
          ...page,
          joinedThisWeek: 0,
          freshFaces: [],
          you: { ...page.you, rulesToAgree: true },
        },
        'GET /api/site/groups/{slug}/announcements': empty,
        'GET /api/site/groups/{slug}/newcomers': empty,
        'GET /api/site/groups/{slug}/course': fails(503, 'warehouse_unavailable', '分析库暂时不可用'),
      },
    },
    {
      name: 'page-removed',
      path: group,
      answers: {
        'GET /api/site/groups/{slug}': strangerPage,
        'GET /api/site/groups/{slug}/course': { ...course, tier: null, trouble },
      },
    },
    { name: 'page-waiting', path: group, answers: { 'GET /api/site/groups/{slug}': pending } },
    {
      name: 'page-missing',
      path: group,
      answers: { 'GET /api/site/groups/{slug}': fails(404, 'group_not_found', '没有找到这个社群') },
    },
    { name: 'join', path: `${group}/join` },
    {
      name: 'join-open',
      path: `${group}/join`,
      answers: {
        'GET /api/site/groups/{slug}/admission': {
          ...admission,
          state: 'none',
          steps: [],
          left: 0,
          full: true,
        },
      },
    },
    {
      name: 'join-form',
      path: `${group}/join`,
      answers: {
        'GET /api/site/groups/{slug}': { ...page, rules: { ...rules, penalty: '' } },
        'GET /api/site/groups/{slug}/admission': { ...admission, steps: [steps.form, steps.review], left: 0 },
      },
    },
    {
      name: 'join-review',
      path: `${group}/join`,
      answers: {
        'GET /api/site/groups/{slug}/admission': {
          ...admission,
          state: 'review',
          steps: [steps.form, steps.review],
          left: 0,
        },
      },
    },
    {
      name: 'join-queue',
      path: `${group}/join`,
      answers: {
        'GET /api/site/groups/{slug}/admission': {
          ...admission,
          state: 'waiting',
          steps: [],
          left: 0,
          waitingPlace: 4,
        },
      },
    },
    {
      name: 'join-refused',
      path: `${group}/join`,
      answers: {
        'GET /api/site/groups/{slug}/admission': {
          ...admission,
          state: 'refused',
          steps: [steps.form],
          reason: '这次名额给了更常参加杯测的朋友，多来几次再申请一定欢迎。',
          againAfter: ago(-72),
        },
      },
    },
    { name: 'members', path: `${group}/members` },
    {
      name: 'members-none',
      path: `${group}/members`,
      answers: { 'GET /api/site/groups/{slug}/members': { ...empty, total: 0 } },
    },
    { name: 'newcomers', path: `${group}/newcomers` },
    {
      name: 'newcomers-none',
      path: `${group}/newcomers`,
      answers: { 'GET /api/site/groups/{slug}/newcomers': empty },
    },
  ],
})
