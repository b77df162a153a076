import js from '@eslint/js';
import globals from 'globals';
import hooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import ts from 'typescript-eslint';

const features = ['inbox', 'conversation', 'settings', 'board', 'reports'];

/** Nor may a feature know another; how figures are shown is shared by those that show some. */
const outside = (own) => ['app', 'widget', ...features.filter((feature) => feature !== own)];

/** Imports run one way: app → features → figures → live → api → ui. What a folder may not import stands here. */
const folders = {
    ui: [...outside(), 'figures', 'live', 'api'],
    api: [...outside(), 'figures', 'live'],
    live: [...outside(), 'figures'],
    figures: outside(),
    ...Object.fromEntries(features.map((feature) => [feature, outside(feature)])),
};

/** The widget is a bundle of its own: of the agents' app it knows the colours and the reading of formatted text, and has no React. */
const widgetKnows = {
    files: ['src/widget/**/*.{ts,tsx}'],
    rules: {
        'no-restricted-imports': [
            'error',
            {
                patterns: [
                    {
                        regex: '^(\\.\\./)+(app|inbox|conversation|settings|board|reports|figures|api|ui)/(?!markup$)',
                        message: 'widget/ must not know the agents’ app.',
                    },
                    { group: ['react', 'react-dom', 'react/**'], message: 'widget/ is Preact.' },
                ],
            },
        ],
    },
};

const oneWay = Object.entries(folders).map(([folder, forbidden]) => ({
    files: [`src/${folder}/**/*.{ts,tsx}`],
    rules: {
        'no-restricted-imports': [
            'error',
            {
                patterns: [
                    {
                        group: forbidden.map((other) => `**/${other}/**`),
                        message: `${folder}/ must not know this folder: imports run app → features → figures → live → api → ui.`,
                    },
                ],
            },
        ],
    },
}));

export default defineConfig(
    { ignores: ['dist', 'node_modules'] },
    js.configs.recommended,
    {
        files: ['src/**/*.{ts,tsx}', 'vite*.config.ts'],
        extends: [ts.configs.strict, ts.configs.stylistic],
        languageOptions: { globals: globals.browser },
        plugins: { 'react-hooks': hooks },
        rules: {
            'react-hooks/rules-of-hooks': 'error',
            'react-hooks/exhaustive-deps': 'error',
            '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
            '@typescript-eslint/consistent-type-imports': 'error',
            'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
            'no-console': 'error',
            '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_' }],
        },
    },
    {
        files: ['src/**/*.test.{ts,tsx}'],
        rules: {
            'max-lines': 'off',
            '@typescript-eslint/no-non-null-assertion': 'off',
            '@typescript-eslint/no-empty-function': 'off',
        },
    },
    ...oneWay,
    widgetKnows,
    {
        files: ['e2e/**/*.mjs', '*.mjs'],
        languageOptions: { globals: { ...globals.node, ...globals.browser } },
        rules: {
            'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
            'no-unused-vars': ['error', { ignoreRestSiblings: true }],
        },
    },
    { files: ['e2e/mock/*.mjs'], rules: { 'max-lines': 'off' } },
);
