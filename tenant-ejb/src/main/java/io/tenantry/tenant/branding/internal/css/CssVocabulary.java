package io.tenantry.tenant.branding.internal.css;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of CSS that a sheet may be made of. Whatever is not listed is refused. */
final class CssVocabulary {

    /** What does not move or size an element, and may be said of the root itself. */
    static final Set<String> ROOT_PROPERTIES = words("""
            accent-color background background-color background-image caret-color color color-scheme font font-family
            font-feature-settings font-kerning font-size font-stretch font-style font-variant font-variant-numeric
            font-weight hyphens letter-spacing line-height text-rendering text-transform word-spacing
            """);

    static final Set<String> PROPERTIES = words("""
            align-content align-items align-self aspect-ratio backdrop-filter background-attachment background-blend-mode
            background-clip background-origin background-position background-repeat background-size block-size border
            border-block border-block-end border-block-start border-bottom border-bottom-color border-bottom-left-radius
            border-bottom-right-radius border-bottom-style border-bottom-width border-collapse border-color
            border-inline border-inline-end border-inline-start border-left border-left-color border-left-style
            border-left-width border-radius border-right border-right-color border-right-style border-right-width
            border-spacing border-style border-top border-top-color border-top-left-radius border-top-right-radius
            border-top-style border-top-width border-width bottom box-shadow box-sizing caption-side clear column-count
            column-gap column-rule columns content cursor direction display empty-cells filter flex flex-basis
            flex-direction flex-flow flex-grow flex-shrink flex-wrap float gap grid grid-area grid-auto-columns
            grid-auto-flow grid-auto-rows grid-column grid-column-end grid-column-start grid-row grid-row-end
            grid-row-start grid-template grid-template-areas grid-template-columns grid-template-rows height
            inline-size inset inset-block inset-inline isolation justify-content justify-items justify-self left
            list-style list-style-position list-style-type margin margin-block margin-block-end margin-block-start
            margin-bottom margin-inline margin-inline-end margin-inline-start margin-left margin-right margin-top
            max-block-size max-height max-inline-size max-width min-block-size min-height min-inline-size min-width
            mix-blend-mode object-fit object-position opacity order outline outline-color outline-offset outline-style
            outline-width overflow overflow-wrap overflow-x overflow-y padding padding-block padding-block-end
            padding-block-start padding-bottom padding-inline padding-inline-end padding-inline-start padding-left
            padding-right padding-top place-content place-items place-self position right rotate row-gap scale
            tab-size table-layout text-align text-align-last text-decoration text-decoration-color text-decoration-line
            text-decoration-style text-decoration-thickness text-indent text-overflow text-shadow text-underline-offset
            text-wrap top transform transform-origin transition transition-delay transition-duration
            transition-property transition-timing-function translate vertical-align visibility white-space width
            word-break z-index
            """);

    /** Of drawings. */
    static final Set<String> IMAGE_PROPERTIES = words("""
            color clip-rule display fill fill-opacity fill-rule font-family font-size font-style font-weight
            letter-spacing opacity paint-order stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset
            stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor visibility
            """);

    /** Functions that compute; none of them loads or reads anything. */
    static final Set<String> FUNCTIONS = words("""
            blur brightness calc clamp color-mix conic-gradient contrast cubic-bezier drop-shadow fit-content grayscale
            hsl hsla hue-rotate hwb invert lab lch light-dark linear-gradient matrix max min minmax oklab oklch opacity
            perspective radial-gradient repeat repeating-conic-gradient repeating-linear-gradient
            repeating-radial-gradient rgb rgba rotate rotatex rotatey rotatez saturate scale scalex scaley sepia skew
            skewx skewy steps translate translatex translatey var
            """);

    static final Set<String> PSEUDOS = words("""
            :active :after :before :checked :disabled :empty :enabled :first-child :first-of-type :focus
            :focus-visible :focus-within :hover :indeterminate :invalid :last-child :last-of-type :link :only-child
            :only-of-type :optional :placeholder-shown :read-only :read-write :required :valid ::after ::before
            ::first-letter ::first-line ::marker ::placeholder ::selection
            """);

    /** Of an element's attributes those that say in which state it is, and not what somebody entered. */
    static final Set<String> ATTRIBUTES = words("""
            aria-current aria-disabled aria-expanded aria-invalid aria-pressed aria-selected checked dir disabled lang
            open role type
            """);

    static final Set<String> MEDIA = words("all print screen");

    static final Set<String> MEDIA_FEATURES = words("""
            any-hover any-pointer aspect-ratio color-gamut height hover max-aspect-ratio max-height max-width
            min-aspect-ratio min-height min-width orientation pointer prefers-color-scheme prefers-contrast
            prefers-reduced-motion width
            """);

    /** Nothing that stays in place over the page; no variable, which would hide what it is. */
    static final Pattern POSITION = Pattern.compile("static|relative|absolute|sticky|inherit|initial|unset|revert");

    private CssVocabulary() {}

    private static Set<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }
}
